package org.datason.ml.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.datason.error.DatasonIOException;

/**
 * Sees to it that one log at a time writes to a folder: by a lock of the operating system, which
 * ends with the process that holds it.
 */
final class WriterLock implements AutoCloseable {

  /*
   * On POSIX systems the lock belongs to the process, and closing any channel to the file gives it
   * up, also one that another log of this process has just opened in vain. So a file beside it says
   * which process holds it, and where that is this one, the lock is not touched. What a process left
   * there that was killed is of no account: its lock is gone.
   */

  /** Tells this process from all others, also where they have the same number. */
  private static final String PROCESS = UUID.randomUUID().toString();

  private final FileChannel channel;
  private final FileLock lock;
  private final Path owner;

  private WriterLock(FileChannel channel, FileLock lock, Path owner) {
    this.channel = channel;
    this.lock = lock;
    this.owner = owner;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws DatasonIOException if another log has it
   */
  static WriterLock take(Path folder) {
    synchronized (WriterLock.class) {
      Path file = folder.resolve("lock");
      Path owner = folder.resolve("lock.owner");
      if (read(owner).startsWith(PROCESS)) {
        throw taken(
            file, "another log of this process has it open for writing; close that one", null);
      }
      FileChannel channel = null;
      try {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
          String[] words = read(owner).split(" ");
          String process = words.length == 2 ? "process " + words[1] : "another process";
          throw taken(file, process + " has the log open for writing; end that one", null);
        }
        WriterLock taken = new WriterLock(channel, lock, owner);
        Files.writeString(owner, PROCESS + " " + ProcessHandle.current().pid());
        channel = null;
        return taken;
      } catch (OverlappingFileLockException e) {
        throw taken(file, "another log of this process has it open for writing; close that one", e);
      } catch (IOException e) {
        throw DatasonIOException.ofFile(file, "locked", e);
      } finally {
        close(channel);
      }
    }
  }

  private static DatasonIOException taken(Path file, String why, Throwable cause) {
    return new DatasonIOException(
        file + " cannot be locked: " + why + ", or open the log only to be read", null, cause);
  }

  /** What a file says; nothing if it is not there or cannot be read. */
  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static void close(FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        return; // the error that led here is the one to report
      }
    }
  }

  @Override
  public void close() {
    synchronized (WriterLock.class) {
      try (channel) {
        Files.deleteIfExists(owner);
        lock.release();
      } catch (IOException e) {
        throw DatasonIOException.ofFile(owner, "removed", e);
      }
    }
  }
}
