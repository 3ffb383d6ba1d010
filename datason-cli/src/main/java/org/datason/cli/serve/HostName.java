package org.datason.cli.serve;

import java.net.Inet6Address;
import java.net.InetAddress;

/** How addresses are written in a URI and in the header {@code Host}. */
final class HostName {

  private HostName() {}

  /** An address as a host: {@code 127.0.0.1}, {@code [::1]}. */
  static String of(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return "[" + (address.isLoopbackAddress() ? "::1" : text) + "]";
  }
}
