package org.datason.template;

import java.nio.charset.StandardCharsets;
import org.datason.config.DatasonConfig;
import org.datason.json.GeneratedInput;
import org.datason.json.GeneratedOutput;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Bytes that stand in documents as they are: a brace or comma, a name and its colon. */
final class Token {

  private static final String IN = Type.getInternalName(GeneratedInput.class);
  private static final String OUT = Type.getInternalName(GeneratedOutput.class);
  private static final String READER = Type.getDescriptor(JsonReader.class);
  private static final String WRITER = Type.getDescriptor(JsonWriter.class);

  /** Tokens up to this length are compared and written as words. */
  private static final int LONGEST_IN_WORDS = 24;

  private final byte[] bytes;

  private Token(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A character, a name with its quotes, and a colon. */
  static Token member(char before, String name) {
    JsonWriter out = new JsonWriter(DatasonConfig.defaults(), null);
    out.writeString(name);
    return new Token(concat(before, out.toByteArray()));
  }

  /** A text with its quotes. */
  static byte[] text(String text) {
    JsonWriter out = new JsonWriter(DatasonConfig.defaults(), null);
    out.writeString(text);
    return out.toByteArray();
  }

  private static byte[] concat(char before, byte[] quoted) {
    byte[] all = new byte[quoted.length + 2];
    all[0] = (byte) before;
    System.arraycopy(quoted, 0, all, 1, quoted.length);
    all[all.length - 1] = ':';
    return all;
  }

  /** A single character. */
  static Token of(char c) {
    return new Token(new byte[] {(byte) c});
  }

  private long word(int at) {
    long word = 0;
    for (int i = Math.min(bytes.length, at + 8) - 1; i >= at; i--) {
      word = word << 8 | bytes[i] & 0xFF;
    }
    return word;
  }

  /** Emits a call that takes the token off the input, and leaves on the stack whether it came. */
  void emitRead(Code code) {
    code.load(JsonReader.class, Code.FIRST);
    String arguments = emitArguments(code);
    code.invokeStatic(IN, "token", '(' + READER + arguments + ")Z");
  }

  /** Emits a call that writes the token. */
  void emitWrite(Code code) {
    code.load(JsonWriter.class, Code.SECOND);
    String arguments = emitArguments(code);
    code.invokeStatic(OUT, "run", '(' + WRITER + arguments + ")V");
  }

  /** Emits the words or the array, and the length; their descriptor. */
  private String emitArguments(Code code) {
    int n = bytes.length;
    if (n > LONGEST_IN_WORDS) {
      code.constant(bytes, byte[].class);
      return "[B";
    }
    code.visitor().visitLdcInsn(word(0));
    if (n > 16) {
      code.visitor().visitLdcInsn(word(8));
    }
    if (n > 8) {
      code.visitor().visitLdcInsn(word(n - 8));
    }
    code.visitor().visitIntInsn(Opcodes.BIPUSH, n);
    return n > 16 ? "JJJI" : n > 8 ? "JJI" : "JI";
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
