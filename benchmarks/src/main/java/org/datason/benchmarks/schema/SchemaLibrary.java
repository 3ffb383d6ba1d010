package org.datason.benchmarks.schema;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONWriter;
import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader.DoublePrecision;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fory.json.ForyJson;
import org.datason.Datason;
import org.datason.template.Compilation;
import org.datason.template.Template;

/**
 * A library that reads JSON into records and writes them, set to give exact doubles and to write
 * nulls. Unknown members are skipped by all.
 */
public enum SchemaLibrary {
  /** Ours with a template, compiled. */
  DATASON {
    @Override
    <T> Codec<T> codec(Class<T> type) {
      return template(type, Compilation.ON);
    }
  },

  /** Ours with a template, interpreted. */
  DATASON_INTERPRETED {
    @Override
    <T> Codec<T> codec(Class<T> type) {
      return template(type, Compilation.OFF);
    }
  },

  /** Ours without a template: what the class says, found once. */
  DATASON_RECORDS {
    @Override
    <T> Codec<T> codec(Class<T> type) {
      Datason datason = Datason.create().with(c -> c.hints(false));
      return new Codec<>() {
        @Override
        public T read(byte[] json) {
          return datason.fromJson(json, type);
        }

        @Override
        public byte[] write(T value) {
          return datason.toBytes(value);
        }
      };
    }
  },

  /** Jackson 2 with Blackbird and its fast number parser and writer. */
  JACKSON {
    @Override
    <T> Codec<T> codec(Class<T> type) {
      JsonMapper mapper =
          JsonMapper.builder(
                  JsonFactory.builder()
                      .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                      .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                      .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                      .build())
              .addModule(new BlackbirdModule())
              .addModule(new JavaTimeModule())
              .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build();
      var reader = mapper.readerFor(type);
      var writer = mapper.writerFor(type);
      return new Codec<>() {
        @Override
        public T read(byte[] json) {
          try {
            return reader.readValue(json);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        public byte[] write(T value) {
          try {
            return writer.writeValueAsBytes(value);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    }
  },

  /** fastjson2. */
  FASTJSON2 {
    @Override
    <T> Codec<T> codec(Class<T> type) {
      return new Codec<>() {
        @Override
        public T read(byte[] json) {
          return JSON.parseObject(json, type);
        }

        @Override
        public byte[] write(T value) {
          return JSON.toJSONBytes(value, JSONWriter.Feature.WriteNulls);
        }
      };
    }
  },

  /** dsl-json with the converters its annotation processor makes, and taught instants. */
  DSL_JSON {
    @Override
    <T> Codec<T> codec(Class<T> type) {
      DslJson<Object> json =
          new DslJson<>(
              Settings.basicSetup().doublePrecision(DoublePrecision.EXACT).includeServiceLoader());
      JsonWriter writer = json.newWriter();
      return new Codec<>() {
        @Override
        public T read(byte[] bytes) {
          try {
            return json.deserialize(type, bytes, bytes.length);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        public byte[] write(T value) {
          writer.reset();
          if (!json.serialize(writer, type, value)) {
            throw new IllegalStateException("dsl-json has no converter of " + type);
          }
          return writer.toByteArray();
        }
      };
    }
  },

  /** avaje-jsonb with the adapters its annotation processor makes; some doubles are rounded. */
  AVAJE(false) {
    @Override
    <T> Codec<T> codec(Class<T> type) {
      JsonType<T> adapter =
          Jsonb.builder().serializeNulls(true).serializeEmpty(true).build().type(type);
      return new Codec<>() {
        @Override
        public T read(byte[] json) {
          return adapter.fromJson(json);
        }

        @Override
        public byte[] write(T value) {
          return adapter.toJsonBytes(value);
        }
      };
    }
  },

  /** Fory's JSON with its generated code. */
  FORY {
    @Override
    <T> Codec<T> codec(Class<T> type) {
      ForyJson json = ForyJson.builder().writeNullFields(true).withAsyncCompilation(false).build();
      return new Codec<>() {
        @Override
        public T read(byte[] bytes) {
          return json.fromJson(bytes, type);
        }

        @Override
        public byte[] write(T value) {
          return json.toJsonBytes(value, type);
        }
      };
    }
  };

  /** Whether every double is read as it was written. */
  final boolean exact;

  SchemaLibrary() {
    this(true);
  }

  SchemaLibrary(boolean exact) {
    this.exact = exact;
  }

  /** The library set up for a type. */
  abstract <T> Codec<T> codec(Class<T> type);

  private static <T> Codec<T> template(Class<T> type, Compilation compilation) {
    Template<T> template = Template.builder(type).compilation(compilation).build();
    return new Codec<>() {
      @Override
      public T read(byte[] json) {
        return template.read(json);
      }

      @Override
      public byte[] write(T value) {
        return template.toBytes(value);
      }
    };
  }
}
