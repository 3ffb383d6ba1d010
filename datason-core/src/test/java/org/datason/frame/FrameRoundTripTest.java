package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.config.FrameForm;
import org.datason.config.NonFiniteForm;

/** Any frame comes back bit by bit, in whatever layout and form it is written. */
class FrameRoundTripTest {

  private static final Datason DATASON = Datason.create();

  @Property(tries = 300)
  void everyLayoutKeepsEveryBit(@ForAll long seed) {
    Frame frame = new Frames(seed).frame();
    for (FrameForm form : FrameForm.values()) {
      Datason datason = DATASON.with(c -> c.frameForm(form));
      String json = datason.toJson(frame);
      assertEquals(frame, DATASON.fromJson(json), json);
    }
  }

  @Property(tries = 60)
  void everySettingKeepsEveryBit(@ForAll long seed, @ForAll FrameForm form) {
    Frame frame = new Frames(seed).frame();
    Datason datason = DATASON.with(c -> c.frameForm(form));
    String json = datason.with(c -> c.sortKeys(true).indent(2)).toJson(frame);
    assertEquals(frame, DATASON.fromJson(json), json);
    json = datason.with(c -> c.asciiOnly(true).nonFiniteForm(NonFiniteForm.TEXT)).toJson(frame);
    assertEquals(frame, DATASON.fromJson(json, Frame.class), json);
    json = datason.with(c -> c.nonFiniteForm(NonFiniteForm.NULL)).toJson(frame);
    assertEquals(frame, DATASON.fromJson(json), json);
    Datason python = datason.with(c -> c.nonFiniteForm(NonFiniteForm.BARE_TOKEN));
    assertEquals(frame, DATASON.fromJson(python.toJson(frame)));
    byte[] utf8 = datason.toJson(frame).getBytes(StandardCharsets.UTF_8);
    assertEquals(frame, DATASON.reader(new ByteArrayInputStream(utf8)).readValue());
    assertEquals(
        List.of(frame, Map.of("f", frame)),
        DATASON.fromJson(datason.toJson(List.of(frame, Map.of("f", frame)))));
  }

  @Property(tries = 100)
  void seriesKeepEveryBit(@ForAll long seed) {
    Frames frames = new Frames(seed);
    Column column = frames.column(frames.type(2), (int) (seed & 63));
    Series series = new Series((seed & 64) == 0 ? null : "s", column);
    String json = DATASON.toJson(series);
    assertEquals(series, DATASON.fromJson(json), json);
    assertEquals(series, DATASON.fromJson(json, Series.class), json);
  }

  @Property(tries = 20)
  void thePythonPresetKeepsEveryBit(@ForAll long seed) {
    Frame frame = new Frames(seed).frame();
    Datason python = Datason.builder().config(DatasonConfig.python()).build();
    assertEquals(frame, python.fromJson(python.toJson(frame)));
  }
}
