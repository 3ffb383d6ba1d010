package org.datason.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of an application, {@code datason.http.*}. Immutable.
 *
 * @param api whether JSON is plain where the media type has no parameter {@code preset}; by default
 *     it has hints, so that dates, UUIDs, decimals and tables load as what they were
 * @param compression whether answers are compressed where the client accepts that; by default they
 *     are
 * @param maxBody how many bytes a body may have as it is sent; 256 MB by default
 * @param maxContent how many bytes a body may have after decompression; 1 GB by default
 */
@ConfigurationProperties("datason.http")
public record DatasonProperties(
    @DefaultValue("false") boolean api,
    @DefaultValue("true") boolean compression,
    @DefaultValue("256MB") DataSize maxBody,
    @DefaultValue("1GB") DataSize maxContent) {}
