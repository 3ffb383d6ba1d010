package org.datason.benchmarks.schema;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/** Twitter's search results, cut to what a reader of timelines needs. */
@CompiledJson
@Json
public record Tweets(List<Tweet> statuses) {

  /** A status. */
  @CompiledJson
  @Json
  public record Tweet(
      String created_at,
      long id,
      String text,
      String source,
      boolean truncated,
      String in_reply_to_screen_name,
      User user,
      int retweet_count,
      int favorite_count,
      Entities entities,
      boolean favorited,
      boolean retweeted,
      String lang) {}

  /** Who wrote a status. */
  @CompiledJson
  @Json
  public record User(
      long id,
      String name,
      String screen_name,
      String location,
      String description,
      int followers_count,
      int friends_count,
      String created_at,
      Integer utc_offset,
      boolean verified,
      int statuses_count,
      String profile_image_url) {}

  /** What a text mentions. */
  @CompiledJson
  @Json
  public record Entities(List<Hashtag> hashtags, List<Mention> user_mentions) {}

  /** A hashtag. */
  @CompiledJson
  @Json
  public record Hashtag(String text, List<Integer> indices) {}

  /** A mention of a user. */
  @CompiledJson
  @Json
  public record Mention(String screen_name, String name, long id, List<Integer> indices) {}
}
