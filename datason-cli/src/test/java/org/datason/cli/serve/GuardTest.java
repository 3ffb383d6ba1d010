package org.datason.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts a request may name, by the address of the service. */
class GuardTest {

  private static Guard guard(String address) throws UnknownHostException {
    return new Guard(exchange -> {}, InetAddress.getByName(address));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,127.0.0.1",
    "127.0.0.2,127.0.0.2",
    "::1,[::1]",
    "2001:db8::7,[2001:db8:0:0:0:0:0:7]"
  })
  void theHostThatIsPrintedIsAdmitted(String address, String host) throws Exception {
    assertEquals(host, HostName.of(InetAddress.getByName(address)));
    assertTrue(guard(address).admits(host));
    assertTrue(guard(address).admits(host + ":8080"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1"})
  void thisMachineIsAdmittedByAnyOfItsNames(String address) throws Exception {
    Guard guard = guard(address);
    assertTrue(guard.admits(null));
    assertTrue(guard.admits("localhost"));
    assertTrue(guard.admits("LOCALHOST:80"));
    assertTrue(guard.admits("[::1]:80"));
    assertFalse(guard.admits("evil.example:80"));
    assertFalse(guard.admits("127.0.0.1.evil.example"));
    assertFalse(guard.admits(""));
  }

  @Test
  void aServiceForOthersIsCalledAnything() throws Exception {
    assertTrue(guard("192.0.2.1").admits("tables.example"));
  }
}
