package org.datason.template;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.config.DatasonConfig;
import org.datason.config.Recognition;

/**
 * Puts generated code in the place of the codecs of objects, as far as the platform allows. The
 * others stay, over generated parts.
 */
final class Compiler {

  /** Limits below these would have to be looked at value by value. */
  private static final int LEAST_NUMBER = 64;

  private static final int LEAST_STRING = 1024;

  private final DatasonConfig config;
  private final Map<Codec, Codec> compiled = new IdentityHashMap<>();
  private final Map<Codec, List<DeferredCodec>> begun = new IdentityHashMap<>();
  private final StringBuilder listing = new StringBuilder();

  Compiler(DatasonConfig config) {
    this.config = config;
  }

  DatasonConfig config() {
    return config;
  }

  /** What all generated code does, in Java's words; empty if none was generated. */
  String listing() {
    return listing.toString();
  }

  /** Why templates with these settings are not compiled; null if they are. */
  static String obstacle(DatasonConfig config) {
    if (config.recognition() == Recognition.AUTOMATIC) {
      return "recognition is automatic";
    }
    return config.maxNumberLength() < LEAST_NUMBER || config.maxStringLength() < LEAST_STRING
        ? "maxNumberLength or maxStringLength is very low"
        : null;
  }

  /** The codec with generated code in it; the same one where none can be generated. */
  Codec compile(Codec codec) {
    Codec known = compiled.get(codec);
    if (known != null) {
      return known;
    }
    if (begun.containsKey(codec)) {
      DeferredCodec deferred = new DeferredCodec();
      begun.get(codec).add(deferred);
      return deferred;
    }
    begun.put(codec, new ArrayList<>());
    Codec result = codec instanceof ObjectCodec object ? generate(object) : around(codec);
    compiled.put(codec, result);
    begun.remove(codec).forEach(deferred -> deferred.become(result));
    return result;
  }

  private Codec around(Codec codec) {
    if (codec instanceof DeferredCodec deferred) {
      return compile(deferred.target());
    }
    if (codec instanceof ItemsCodec items && !items.isLeaf()) {
      return items.with(compile(items.item()));
    }
    if (codec instanceof EntriesCodec entries) {
      return new EntriesCodec(compile(entries.value()));
    }
    if (codec instanceof TaggedCodec tagged) {
      Map<String, Codec> variants = new LinkedHashMap<>();
      tagged.variants().forEach((text, variant) -> variants.put(text, compile(variant)));
      return tagged.with(variants);
    }
    return codec;
  }

  private Codec generate(ObjectCodec codec) {
    CompiledCodec generated = new ObjectClass(codec, this).generate();
    if (generated == null) {
      return codec;
    }
    listing.append(generated.listing()).append('\n');
    return generated;
  }

  /** The rules in the order in which they are asked. */
  static List<EmitRule> rules() {
    return List.of(
        new FallbackRule(),
        new PrimitiveRule(),
        new BoxedRule(),
        new TextRule(),
        new DecimalRule(),
        new UuidRule(),
        new TimeRule(),
        new EnumRule(),
        new ObjectRule(),
        new ListRule(),
        new LeafRule(),
        new OtherRule());
  }
}
