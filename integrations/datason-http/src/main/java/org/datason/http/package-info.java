/**
 * Tables, tensors and values in the bodies of HTTP: {@link org.datason.http.DatasonHttp} holds what
 * all servers and clients share, {@link org.datason.http.Routes} serves by the JDK's own server,
 * {@link org.datason.http.HttpBody} and body handlers are for the JDK's own client.
 */
package org.datason.http;
