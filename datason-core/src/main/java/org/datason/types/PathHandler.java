package org.datason.types;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.datason.json.JsonWriter;

/** Paths of the default file system, as their text. */
final class PathHandler extends TextHandler<Path> {

  PathHandler() {
    super(Path.class, "pathlib.Path");
  }

  @Override
  public boolean handles(Class<?> type) {
    return Path.class.isAssignableFrom(type);
  }

  @Override
  void check(Path value, JsonWriter out) {
    if (value.getFileSystem() != FileSystems.getDefault()) {
      throw out.unsupported(
          "The path "
              + value
              + " is of the file system "
              + value.getFileSystem().provider().getScheme()
              + ", whose text says nothing elsewhere; write its URI");
    }
    if (!Path.of(value.toString()).equals(value)) {
      throw out.unsupported("The path " + value + " has a name that is no text; write its bytes");
    }
  }

  @Override
  String text(Path value) {
    return value.toString();
  }

  @Override
  Path parse(String text) {
    return Path.of(text);
  }
}
