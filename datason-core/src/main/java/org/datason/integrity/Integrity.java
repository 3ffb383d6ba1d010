package org.datason.integrity;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.config.DatasonConfig;
import org.datason.config.DuplicateKeys;
import org.datason.error.IntegrityException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;

/**
 * Hashes values, seals them, and opens what is sealed if it is what was sealed. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * Integrity integrity = Integrity.of(Datason.create());
 *
 * String hex = integrity.hash(run, HashAlgorithm.SHA_256);
 *
 * String sealed = integrity.seal(run, Seal.hmac(HashAlgorithm.SHA_256, key));
 * Object same = integrity.open(sealed, Seal.hmac(HashAlgorithm.SHA_256, key));
 *
 * KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
 * String signed = integrity.seal(run, Seal.signing(pair.getPrivate()));
 * Run mine = integrity.open(signed, Seal.verifying(pair.getPublic()), Run.class);
 * }</pre>
 *
 * <p>A sealed document is an object of two members in any order: {@code __datason_payload__} with
 * the JSON of the value, hints and all, and the one with the proof (see {@link Seal}).
 *
 * <h2>What is hashed</h2>
 *
 * <p>The UTF-8 bytes of the canonical form of RFC 8785 (JCS) of the payload: no white space,
 * members sorted by the UTF-16 units of their names, text with no more escapes than must be,
 * numbers as ECMAScript writes them. So blanks, the order of members, and the spelling of text and
 * of numbers in the stored document do not matter; nor does {@code 1} against {@code 1.0} or {@code
 * -0.0} against {@code 0}, which that form does not tell apart. Whatever it has no place for is
 * hashed too, by these additions:
 *
 * <ul>
 *   <li>a number whose digits no double has, such as {@code 9007199254740993}, stands with all its
 *       significant digits, laid out as ECMAScript lays out those of a double;
 *   <li>a lone surrogate stands as an escape with small hexadecimal digits, {@code \ud800};
 *   <li>the bare {@code NaN}, {@code Infinity} and {@code -Infinity} of numeric data stand as they
 *       are.
 * </ul>
 *
 * <p>Two values have the same hash if they have the same JSON but for that. A {@code HashSet} may
 * write its items in another order than an equal one, and then has another hash.
 *
 * <p>Python's seals are made over Python's own text of the payload, in which the order of members
 * counts.
 *
 * <h2>Errors</h2>
 *
 * <p>To open throws {@link IntegrityException} for a document that was not sealed by that seal or
 * was changed, and never gives anything of its payload then. A document that is not JSON, names a
 * member twice, or is beyond a limit of the settings is refused as by {@link Datason}.
 */
public final class Integrity {

  private final Datason datason;
  private final DatasonConfig reading;
  private final DatasonConfig writing;

  private Integrity(Datason datason) {
    this.datason = datason;
    DatasonConfig config = datason.config();
    int depth =
        Math.max(config.maxDepth(), config.maxDepth() + 1); // a sealed document has one more
    reading =
        config.toBuilder()
            .acceptNonFinite(true)
            .duplicateKeys(DuplicateKeys.REFUSE)
            .maxDepth(depth)
            .build();
    writing =
        Payload.UNLIMITED.toBuilder().indent(config.indent()).asciiOnly(config.asciiOnly()).build();
  }

  /**
   * Hashes and seals the JSON of a Datason, with its types and settings.
   *
   * @param datason writes and reads the values
   * @return a new instance
   */
  public static Integrity of(Datason datason) {
    return new Integrity(Objects.requireNonNull(datason, "datason"));
  }

  /**
   * The hash of a value: of its JSON as this Datason writes it, in canonical form.
   *
   * @param value the value, or null
   * @param algorithm the hash function
   * @return the hash in small hexadecimal digits
   */
  public String hash(Object value, HashAlgorithm algorithm) {
    return hash(written(value), algorithm);
  }

  /**
   * The hash of a document: the same for each spacing and spelling of it.
   *
   * @param json the document in UTF-8
   * @param algorithm the hash function
   * @return the hash in small hexadecimal digits
   */
  public String hashJson(byte[] json, HashAlgorithm algorithm) {
    return hash(read(json), algorithm);
  }

  /**
   * Seals a value. Indentation and the order of members follow the settings of the Datason; no seal
   * depends on indentation.
   *
   * @param value the value, or null
   * @param seal how
   * @return the sealed document
   * @throws IllegalArgumentException if the seal can only open
   */
  public String seal(Object value, Seal seal) {
    return sealed(written(value), seal).toString();
  }

  /**
   * Seals a document, whose numbers keep their digits and whose members their order.
   *
   * @param json the document in UTF-8
   * @param seal how
   * @return the sealed document in UTF-8
   * @throws IllegalArgumentException if the seal can only open
   */
  public byte[] sealJson(byte[] json, Seal seal) {
    return sealed(read(json), seal).toByteArray();
  }

  /**
   * The value in a sealed document, if it is what was sealed.
   *
   * @param sealed the document
   * @param seal how it was sealed
   * @return the value, or null for {@code null}
   * @throws IntegrityException if it is not
   * @throws IllegalArgumentException if the seal can only seal
   */
  public Object open(String sealed, Seal seal) {
    return datason.fromJson(opened(sealed, seal));
  }

  /**
   * The value in a sealed document as a value of one type, if it is what was sealed. Places in
   * errors about the value count from the beginning of the payload.
   *
   * @param sealed the document
   * @param seal how it was sealed
   * @param type the class
   * @param <T> the type
   * @return the value, or null for {@code null}
   * @throws IntegrityException if it is not
   * @throws IllegalArgumentException if the seal can only seal
   */
  public <T> T open(String sealed, Seal seal, Class<T> type) {
    return datason.fromJson(opened(sealed, seal), type);
  }

  /**
   * The value in a sealed document as a value of one generic type, if it is what was sealed.
   *
   * @param sealed the document
   * @param seal how it was sealed
   * @param type the type
   * @param <T> the type
   * @return the value, or null for {@code null}
   * @throws IntegrityException if it is not
   * @throws IllegalArgumentException if the seal can only seal
   */
  public <T> T open(String sealed, Seal seal, TypeRef<T> type) {
    return datason.fromJson(opened(sealed, seal), type);
  }

  /**
   * The payload of a sealed document, if it is what was sealed: the document that {@link #sealJson}
   * got, without its white space.
   *
   * @param sealed the sealed document in UTF-8
   * @param seal how it was sealed
   * @return the payload in UTF-8
   * @throws IntegrityException if it is not
   * @throws IllegalArgumentException if the seal can only seal
   */
  public byte[] openJson(byte[] sealed, Seal seal) {
    return opened(new JsonReader(reading, null, sealed, 0, sealed.length), seal);
  }

  // ---------------------------------------------------------------- sealing

  private static String hash(Payload payload, HashAlgorithm algorithm) {
    return HexFormat.of().formatHex(algorithm.hash(payload.canonical()));
  }

  private Payload written(Object value) {
    // The canonical setting refuses what has no canonical form; what is hashed has additions for
    // it.
    DatasonConfig config = datason.config();
    boolean sorted = config.sortKeys() || config.canonical();
    return Payload.of(datason.with(c -> c.canonical(false).sortKeys(sorted)).toBytes(value));
  }

  private Payload read(byte[] json) {
    JsonReader in = new JsonReader(reading, null, json, 0, json.length);
    Payload payload = Payload.read(in);
    in.end();
    return payload;
  }

  private JsonWriter sealed(Payload payload, Seal seal) {
    JsonWriter out = new JsonWriter(writing, null);
    out.beginObject();
    out.writeName(Seal.PAYLOAD);
    payload.write(out);
    out.writeName(seal.member());
    seal.write(payload, out);
    out.endObject();
    return out;
  }

  // ---------------------------------------------------------------- opening

  private byte[] opened(String sealed, Seal seal) {
    return opened(new JsonReader(reading, null, sealed), seal);
  }

  /** Everything is refused that is not exactly a payload and what the seal takes beside it. */
  private static byte[] opened(JsonReader in, Seal seal) {
    Payload payload = null;
    Map<String, Object> members = new HashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      boolean isPayload = name.equals(Seal.PAYLOAD);
      if (isPayload ? payload != null : members.containsKey(name)) {
        in.repeated(name);
      }
      if (isPayload) {
        payload = Payload.read(in);
      } else if (seal.takes(name)) {
        members.put(name, in.readValue());
      } else {
        throw new IntegrityException(
            "Expected only "
                + Seal.PAYLOAD
                + " and "
                + seal.member()
                + " but found "
                + name
                + (PythonSeal.isMember(name) ? " (a seal of Python's)" : ""),
            in.mismatch(seal.member()).location());
      }
    }
    in.endObject();
    in.end();
    String missing = payload == null ? Seal.PAYLOAD : seal.member();
    if (payload == null || !members.containsKey(missing)) {
      throw new IntegrityException("Expected the member " + missing + " but found none", null);
    }
    seal.verify(payload, members);
    return payload.json();
  }
}
