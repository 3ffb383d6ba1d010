package org.datason.template;

class InterpretedTest extends TemplateContract {

  @Override
  Compilation compilation() {
    return Compilation.OFF;
  }
}
