package org.datason.benchmarks;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.datason.Datason;

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
    private final ObjectMapper mapper =
        new ObjectMapper(
            JsonFactory.builder()
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build());

    @Override
    Object read(byte[] json) {
      try {
        return mapper.readValue(json, Object.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    byte[] write(Object value) {
      try {
        return mapper.writeValueAsBytes(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
  };

  /** Reads a document into maps, lists and scalars. */
  abstract Object read(byte[] json);

  /** Writes what was read. */
  abstract byte[] write(Object value);
}
