package org.datason.benchmarks;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader.DoublePrecision;
import com.dslplatform.json.JsonReader.UnknownNumberParsing;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.fory.json.ForyJson;
import org.datason.Datason;
import org.datason.benchmarks.rows.Unavailable;

/** A library that reads JSON into maps and lists and writes them, set to give exact results. */
public enum Library {
  /** Ours, with the default settings. */
  DATASON {
    private final Datason datason = Datason.create();

    @Override
    Object read(byte[] json) {
      return datason.fromJson(json);
    }

    @Override
    byte[] write(Object value) {
      return datason.toBytes(value);
    }
  },

  /** Jackson 2 with its fast number parser and writer on: both are correctly rounded. */
  JACKSON {
    private final Lazy<ObjectMapper> mapper =
        new Lazy<>(
            () ->
                new ObjectMapper(
                    JsonFactory.builder()
                        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                        .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                        .build()));

    @Override
    Object read(byte[] json) {
      try {
        return mapper.get().readValue(json, Object.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    byte[] write(Object value) {
      try {
        return mapper.get().writeValueAsBytes(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },

  /** Jackson 3, as Jackson 2 is set. */
  JACKSON3 {
    private final Lazy<tools.jackson.databind.ObjectMapper> mapper =
        new Lazy<>(
            () ->
                new tools.jackson.databind.json.JsonMapper(
                    tools.jackson.core.json.JsonFactory.builder()
                        .enable(tools.jackson.core.StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                        .enable(tools.jackson.core.StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                        .build()));

    @Override
    Object read(byte[] json) {
      return mapper.get().readValue(json, Object.class);
    }

    @Override
    byte[] write(Object value) {
      return mapper.get().writeValueAsBytes(value);
    }
  },

  /** Gson, told to read integers as such and to write nulls, and HTML as it is. */
  GSON {
    private final Lazy<Gson> gson =
        new Lazy<>(
            () ->
                new GsonBuilder()
                    .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
                    .serializeNulls()
                    .disableHtmlEscaping()
                    .create());

    @Override
    Object read(byte[] json) {
      return gson.get().fromJson(new String(json, StandardCharsets.UTF_8), Object.class);
    }

    @Override
    byte[] write(Object value) {
      return gson.get().toJson(value).getBytes(StandardCharsets.UTF_8);
    }
  },

  /** fastjson2, told to read decimals as doubles and to write nulls, which are not its defaults. */
  FASTJSON2 {
    @Override
    Object read(byte[] json) {
      return JSON.parse(json, JSONReader.Feature.UseDoubleForDecimals);
    }

    @Override
    byte[] write(Object value) {
      return JSON.toJSONBytes(value, JSONWriter.Feature.WriteMapNullValue);
    }
  },

  /** dsl-json, told to read exact doubles where no type is known; of strings of any length. */
  DSL_JSON {
    private final Lazy<DslJson<Object>> json =
        new Lazy<>(
            () ->
                new DslJson<>(
                    Settings.basicSetup()
                        .doublePrecision(DoublePrecision.EXACT)
                        .unknownNumbers(UnknownNumberParsing.LONG_AND_DOUBLE)));
    private final Lazy<JsonWriter> writer = new Lazy<>(() -> json.get().newWriter());

    @Override
    Object read(byte[] bytes) {
      try {
        return json.get().deserialize(Object.class, bytes, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    byte[] write(Object value) {
      JsonWriter out = writer.get();
      out.reset();
      try {
        json.get().serialize(out, value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }
  },

  /** avaje-jsonb, told to write nulls and what is empty; it has doubles alone, some rounded. */
  AVAJE {
    private final Lazy<JsonType<Object>> any =
        new Lazy<>(
            () ->
                Jsonb.builder()
                    .serializeNulls(true)
                    .serializeEmpty(true)
                    .build()
                    .type(Object.class));

    @Override
    Object read(byte[] json) {
      return any.get().fromJson(json);
    }

    @Override
    byte[] write(Object value) {
      return any.get().toJsonBytes(value);
    }
  },

  /** Fory's JSON, told to write nulls. */
  FORY {
    private final Lazy<ForyJson> json =
        new Lazy<>(
            () -> ForyJson.builder().writeNullFields(true).withAsyncCompilation(false).build());

    @Override
    Object read(byte[] bytes) {
      return json.get().fromJson(bytes, Object.class);
    }

    @Override
    byte[] write(Object value) {
      return json.get().toJsonBytes(value);
    }
  },

  /** simdjson-java, which reads alone, on JDK 24 and later, with a tree built from its values. */
  SIMDJSON {
    private SimdJson simdjson;

    @Override
    Object read(byte[] json) {
      if (simdjson == null) {
        if (Runtime.version().feature() < 24
            || ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
          throw new Unavailable(
              "simdjson-java needs JDK 24 or later and --add-modules jdk.incubator.vector");
        }
        simdjson = new SimdJson();
      }
      return simdjson.read(json);
    }

    @Override
    byte[] write(Object value) {
      throw new Unavailable("simdjson-java does not write");
    }
  };

  /** Reads a document into maps, lists and scalars. */
  abstract Object read(byte[] json);

  /** Writes what was read. */
  abstract byte[] write(Object value);
}
