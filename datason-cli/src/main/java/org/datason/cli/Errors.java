package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.datason.error.DatasonException;
import org.datason.error.Location;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells of errors: one line each, whatever they are. */
final class Errors {

  private static final int DATA = 1;
  private static final int USAGE = 2;

  private Errors() {}

  /** Reports a command line that cannot be understood. */
  static int usage(ParameterException e, PrintWriter err) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String message = e.getMessage();
    List<String> similar =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    if (!similar.isEmpty()) {
      message += "; did you mean " + similar.get(0) + "?";
    }
    err.println("datason: " + Text.line(message) + " (see '" + command + " --help')");
    return USAGE;
  }

  /** Reports what ended a command. */
  static int report(Throwable e, PrintWriter err, boolean stacktrace) {
    if (e.getCause() instanceof PipeOutput.Failed) {
      return DATA; // standard output remembers it, and tells of it at the end
    }
    err.println("datason: " + Text.line(message(e)));
    if (stacktrace) {
      e.printStackTrace(err);
    }
    return DATA;
  }

  private static String message(Throwable e) {
    if (e instanceof Failure || e instanceof DatasonException || e instanceof PipeOutput.Failed) {
      return e.getMessage();
    }
    if (e instanceof OutOfMemoryError) {
      return "The memory does not suffice; give Java more of it (JAVA_TOOL_OPTIONS=-Xmx8g)";
    }
    if (e instanceof StackOverflowError) {
      return "A hinted value is nested too deep; give Java more stack (JAVA_TOOL_OPTIONS=-Xss64m)";
    }
    return "This is a fault of the program: " + e + " (--stacktrace shows where)";
  }

  /** An error in a document, as {@code FILE:LINE:COLUMN: what}; the name stands there once. */
  static Failure in(String name, DatasonException e) {
    String what = what(e);
    return new Failure(what.startsWith(name + " ") ? what : name + where(e) + ": " + what, e);
  }

  static Failure unreadable(String name, IOException e) {
    return new Failure(name + ": " + reason(e), e);
  }

  /** Where an error is in a document: {@code :3:14}, or nothing if it has no place. */
  static String where(DatasonException e) {
    return where(e.location());
  }

  static String where(Location at) {
    return at == null || at.offset() < 0 ? "" : ":" + at.line() + ":" + at.column();
  }

  /** What is wrong, with the path in the document but without the position. */
  static String what(DatasonException e) {
    return what(e.getMessage(), e.location());
  }

  static String what(String given, Location at) {
    String message = given;
    if (at != null && message.endsWith(" at " + at)) {
      message = message.substring(0, message.length() - (" at " + at).length());
      message += at.path().equals("$") ? "" : " at " + at.path();
    }
    // Settings are for programs; the commands have no option for this one.
    return message.replace("; set acceptNonFinite to read it", "");
  }

  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to read it";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  static ParameterException usage(CommandLine line, String message) {
    return new ParameterException(line, message);
  }
}
