package org.datason.template;

class CompiledTest extends TemplateContract {

  @Override
  Compilation compilation() {
    return Compilation.ON;
  }
}
