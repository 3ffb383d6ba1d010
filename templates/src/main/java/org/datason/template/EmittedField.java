package org.datason.template;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.datason.config.DatasonConfig;
import org.datason.json.GeneratedInput;
import org.datason.json.GeneratedOutput;
import org.datason.json.GeneratedScalars;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.types.Member;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A field for which code is generated. */
final class EmittedField {

  /** The local variable of the object that is written. */
  static final int OWNER = 3;

  private static final String BUILT_IN = "org.datason.types";

  private final int place;
  private final FieldCodec field;
  private final ObjectCodec twin;
  private final Compiler compiler;

  EmittedField(int place, FieldCodec field, ObjectCodec twin, Compiler compiler) {
    this.place = place;
    this.field = field;
    this.twin = twin;
    this.compiler = compiler;
  }

  int place() {
    return place;
  }

  FieldCodec codec() {
    return field;
  }

  ObjectCodec twin() {
    return twin;
  }

  Compiler compiler() {
    return compiler;
  }

  DatasonConfig config() {
    return compiler.config();
  }

  String name() {
    return field.rule().name();
  }

  /** Whether it only tells the kind of the object. */
  boolean isTag() {
    return place == 0 && twin.isTagged();
  }

  /** The class of the local variable that holds the value. */
  Class<?> type() {
    if (field.member() != null) {
      return field.member().rawType();
    }
    return builtIn() != null ? builtIn().type() : Object.class;
  }

  /** The handler of the core that reads the values, if no one else's does; or null. */
  TypeHandler<?> builtIn() {
    return builtIn(field.codec());
  }

  static TypeHandler<?> builtIn(Codec codec) {
    TypeHandler<?> handler = codec instanceof LeafCodec leaf ? leaf.handler() : null;
    return handler != null && handler.getClass().getPackageName().equals(BUILT_IN) ? handler : null;
  }

  // ---------------------------------------------------------------- reading

  void loadReader(Code code) {
    code.load(JsonReader.class, Code.FIRST);
  }

  /** Emits a call of a method of {@link GeneratedScalars} with the reader alone. */
  void call(Code code, String method, Class<?> result) {
    loadReader(code);
    code.invokeStatic(GeneratedScalars.class, method, result, JsonReader.class);
  }

  /** Emits the interpreting read, whose result is cast to the type of the field. */
  void readOtherwise(Code code) {
    code.constant(twin, GeneratedInput.Fallback.class);
    loadReader(code);
    code.push(place);
    code.invokeInterface(
        GeneratedInput.Fallback.class, "readField", Object.class, JsonReader.class, int.class);
    code.cast(type());
  }

  /**
   * Emits a look at what comes next, a read of that, and the interpreting read for all else.
   *
   * @param test the method that looks
   * @param usual emits the read
   */
  void readIf(Code code, String test, Runnable usual) {
    Label otherwise = new Label();
    Label end = new Label();
    call(code, test, boolean.class);
    code.jump(Opcodes.IFEQ, otherwise);
    usual.run();
    code.jump(Opcodes.GOTO, end);
    code.label(otherwise);
    readOtherwise(code);
    code.label(end);
  }

  /**
   * Emits a read that gives null where something unusual comes next, and the interpreting read for
   * that.
   */
  void readUnlessNull(Code code, String method) {
    Label end = new Label();
    call(code, method, type());
    code.visitor().visitInsn(Opcodes.DUP);
    code.jump(Opcodes.IFNONNULL, end);
    code.visitor().visitInsn(Opcodes.POP);
    readOtherwise(code);
    code.label(end);
  }

  // ---------------------------------------------------------------- writing

  void loadWriter(Code code) {
    code.load(JsonWriter.class, Code.SECOND);
  }

  /** Emits a call of a method of {@link GeneratedOutput} with the writer and the value. */
  void put(Code code, String method, Class<?> type) {
    loadWriter(code);
    get(code);
    code.invokeStatic(GeneratedOutput.class, method, void.class, JsonWriter.class, type);
  }

  /** Emits what gets the value of the owner. */
  void get(Code code) {
    code.load(Object.class, OWNER);
    if (field.member().source() instanceof Method method) {
      Class<?> owner = method.getDeclaringClass();
      code.visitor()
          .visitMethodInsn(
              owner.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
              Type.getInternalName(owner),
              method.getName(),
              Type.getMethodDescriptor(method),
              owner.isInterface());
    } else {
      Field source = (Field) field.member().source();
      code.visitor()
          .visitFieldInsn(
              Opcodes.GETFIELD,
              Type.getInternalName(source.getDeclaringClass()),
              source.getName(),
              Type.getDescriptor(source.getType()));
    }
  }

  /** Emits the interpreting write of the value alone: for types that have no rules. */
  void writeByMember(Code code) {
    code.constant(field.member(), Member.class);
    code.load(Object.class, OWNER);
    loadWriter(code);
    code.invokeVirtual(Member.class, "write", void.class, Object.class, JsonWriter.class);
  }

  /** Emits the interpreting write of the name and the value. */
  void writeOtherwise(Code code) {
    code.constant(twin, GeneratedOutput.Fallback.class);
    loadWriter(code);
    code.push(place);
    code.load(Object.class, OWNER);
    code.invokeInterface(
        GeneratedOutput.Fallback.class,
        "writeField",
        void.class,
        JsonWriter.class,
        int.class,
        Object.class);
  }
}
