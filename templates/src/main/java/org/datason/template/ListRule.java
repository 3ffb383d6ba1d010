package org.datason.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.datason.json.GeneratedInput;
import org.datason.json.GeneratedOutput;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Members that are lists of objects, numbers or texts: a loop in a method of its own. */
final class ListRule extends EmitRule {

  private static final String LIST = Type.getInternalName(ArrayList.class);
  private static final String COLLECTION = Type.getInternalName(Collection.class);

  @Override
  boolean takes(EmittedField field) {
    boolean list =
        field.type().isAssignableFrom(ArrayList.class)
            && field.codec().codec() instanceof ItemsCodec items
            && items.type() != (Class<?>) java.util.Set.class;
    return list && isUsual(((ItemsCodec) field.codec().codec()).item());
  }

  private static boolean isUsual(Codec item) {
    return ObjectRule.isObject(item)
        || EmittedField.builtIn(item) != null
            && (item.type() == (Class<?>) String.class || BoxedRule.primitive(item.type()) != null);
  }

  // ---------------------------------------------------------------- reading

  @Override
  String read(EmittedField field, Code code) {
    String method = "readList" + code.shared().methods++;
    String descriptor = Code.descriptor(Object.class, JsonReader.class);
    MethodVisitor mv =
        code.shared().visitor.visitMethod(Opcodes.ACC_PRIVATE, method, descriptor, null, null);
    mv.visitCode();
    String said = emitReader(field, new Code(code.shared(), mv, 2));
    mv.visitMaxs(0, 0);
    mv.visitEnd();
    code.visitor().visitVarInsn(Opcodes.ALOAD, 0);
    field.loadReader(code);
    code.visitor()
        .visitMethodInsn(Opcodes.INVOKEVIRTUAL, code.shared().className, method, descriptor, false);
    code.cast(field.type());
    return "isArray() ? { do list.add("
        + said
        + ") while (nextItem()) } : other("
        + field.place()
        + ")";
  }

  private static String emitReader(EmittedField field, Code code) {
    MethodVisitor mv = code.visitor();
    Label otherwise = new Label();
    Label empty = new Label();
    Label loop = new Label();
    int list = code.local(ArrayList.class);
    look(field, code, "beginArray");
    code.jump(Opcodes.IFEQ, otherwise);
    mv.visitTypeInsn(Opcodes.NEW, LIST);
    mv.visitInsn(Opcodes.DUP);
    mv.visitMethodInsn(Opcodes.INVOKESPECIAL, LIST, "<init>", "()V", false);
    code.store(ArrayList.class, list);
    look(field, code, "endArray");
    code.jump(Opcodes.IFNE, empty);
    code.label(loop);
    code.load(ArrayList.class, list);
    String said = emitItem(field, ((ItemsCodec) field.codec().codec()).item(), code);
    code.invokeVirtual(ArrayList.class, "add", boolean.class, Object.class);
    mv.visitInsn(Opcodes.POP);
    look(field, code, "nextItem");
    code.jump(Opcodes.IFNE, loop);
    code.label(empty);
    code.load(ArrayList.class, list);
    mv.visitInsn(Opcodes.ARETURN);
    code.label(otherwise);
    code.constant(field.twin(), GeneratedInput.Fallback.class);
    field.loadReader(code);
    code.push(field.place());
    code.invokeInterface(
        GeneratedInput.Fallback.class, "readField", Object.class, JsonReader.class, int.class);
    mv.visitInsn(Opcodes.ARETURN);
    return said;
  }

  /** Emits a call that goes to an item, or out of the array. */
  private static void look(EmittedField field, Code code, String method) {
    field.loadReader(code);
    code.invokeStatic(GeneratedInput.class, method, boolean.class, JsonReader.class);
  }

  /** Emits the read of an item, which it leaves on the stack. */
  private static String emitItem(EmittedField field, Codec item, Code code) {
    if (ObjectRule.isObject(item)) {
      ObjectRule.emitRead(field.compiler().compile(item), code);
      return "readObject(" + item.type().getSimpleName() + ")";
    }
    Class<?> primitive = BoxedRule.primitive(item.type());
    String method = "read" + (primitive == null ? "Text" : PrimitiveRule.NAMES.get(primitive));
    String test = primitive == null ? "isText" : PrimitiveRule.test(primitive);
    Label otherwise = new Label();
    Label end = new Label();
    field.call(code, test, boolean.class);
    code.jump(Opcodes.IFEQ, otherwise);
    field.call(code, method, primitive == null ? String.class : primitive);
    code.box(primitive == null ? String.class : primitive, item.type());
    code.jump(Opcodes.GOTO, end);
    code.label(otherwise);
    field.loadReader(code);
    code.constant(EmittedField.builtIn(item), TypeHandler.class);
    code.invokeStatic(
        GeneratedInput.class, "readValue", Object.class, JsonReader.class, TypeHandler.class);
    code.label(end);
    return test + "() ? " + method + "() : otherItem()";
  }

  // ---------------------------------------------------------------- writing

  @Override
  String write(EmittedField field, Token name, Code code) {
    Codec item = ((ItemsCodec) field.codec().codec()).item();
    boolean exact = !ObjectRule.isObject(item) || ObjectRule.isExact(item);
    if (!exact || !List.class.isAssignableFrom(field.type())) {
      return new FallbackRule().write(field, name, code);
    }
    String method = "writeList" + code.shared().methods++;
    String descriptor = Code.descriptor(void.class, Object.class, JsonWriter.class);
    MethodVisitor mv =
        code.shared().visitor.visitMethod(Opcodes.ACC_PRIVATE, method, descriptor, null, null);
    mv.visitCode();
    emitWriter(field, item, new Code(code.shared(), mv, 3));
    mv.visitMaxs(0, 0);
    mv.visitEnd();

    Label otherwise = new Label();
    Label end = new Label();
    int list = code.local(Object.class);
    field.get(code);
    code.visitor().visitInsn(Opcodes.DUP);
    code.store(Object.class, list);
    code.invokeStatic(GeneratedOutput.class, "isUsual", boolean.class, Object.class);
    code.jump(Opcodes.IFEQ, otherwise);
    name.emitWrite(code);
    code.visitor().visitVarInsn(Opcodes.ALOAD, 0);
    code.load(Object.class, list);
    field.loadWriter(code);
    code.visitor()
        .visitMethodInsn(Opcodes.INVOKEVIRTUAL, code.shared().className, method, descriptor, false);
    code.jump(Opcodes.GOTO, end);
    code.label(otherwise);
    new FallbackRule().write(field, name, code);
    code.label(end);
    return "isUsual() ? { for (item : list) write(item) } : other(" + field.place() + ")";
  }

  private static void emitWriter(EmittedField field, Codec item, Code code) {
    MethodVisitor mv = code.visitor();
    Label notNull = new Label();
    Label loop = new Label();
    Label first = new Label();
    Label end = new Label();
    int items = code.local(Object[].class);
    int i = code.local(int.class);
    code.load(Object.class, Code.FIRST);
    code.jump(Opcodes.IFNONNULL, notNull);
    put(field, code, "writeNull");
    mv.visitInsn(Opcodes.RETURN);
    code.label(notNull);
    code.load(Object.class, Code.FIRST);
    mv.visitTypeInsn(Opcodes.CHECKCAST, COLLECTION);
    code.invokeInterface(Collection.class, "toArray", Object[].class);
    code.store(Object[].class, items);
    field.loadWriter(code);
    code.load(Object[].class, items);
    mv.visitInsn(Opcodes.ARRAYLENGTH);
    code.invokeStatic(GeneratedOutput.class, "beginArray", void.class, JsonWriter.class, int.class);
    mv.visitInsn(Opcodes.ICONST_0);
    code.store(int.class, i);
    code.label(loop);
    code.load(int.class, i);
    code.load(Object[].class, items);
    mv.visitInsn(Opcodes.ARRAYLENGTH);
    code.jump(Opcodes.IF_ICMPGE, end);
    code.load(int.class, i);
    code.jump(Opcodes.IFEQ, first);
    put(field, code, "comma");
    code.label(first);
    field.loadWriter(code);
    code.load(Object[].class, items);
    code.load(int.class, i);
    mv.visitInsn(Opcodes.AALOAD);
    if (ObjectRule.isObject(item)) {
      code.constant(field.compiler().compile(item).generated(), TypeHandler.class);
      code.invokeStatic(
          GeneratedOutput.class,
          "writeObject",
          void.class,
          JsonWriter.class,
          Object.class,
          TypeHandler.class);
    } else {
      code.invokeStatic(
          GeneratedOutput.class, "writeItem", void.class, JsonWriter.class, Object.class);
    }
    mv.visitIincInsn(i, 1);
    code.jump(Opcodes.GOTO, loop);
    code.label(end);
    put(field, code, "endArray");
    mv.visitInsn(Opcodes.RETURN);
  }

  private static void put(EmittedField field, Code code, String method) {
    field.loadWriter(code);
    code.invokeStatic(GeneratedOutput.class, method, void.class, JsonWriter.class);
  }
}
