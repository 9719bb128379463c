package app.countersign.access;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The line to the provider. It waits for seconds and no longer, reads no more than an answer can be long, and follows
 * nobody elsewhere.
 */
final class ProviderLine implements ResourceRetriever, HTTPRequestSender {

    private static final Duration CONNECTING = Duration.ofSeconds(4);
    private static final Duration WAITING = Duration.ofSeconds(8);
    private static final int MOST_BYTES = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpResponse<InputStream> response = send(HttpRequest.newBuilder(URI.create(url.toString()))
                .timeout(WAITING)
                .header("Accept", "application/json")
                .build());
        String body = body(response);
        if (response.statusCode() != HTTPResponse.SC_OK) {
            throw new IOException("the provider answers " + response.statusCode());
        }
        return new Resource(body, "application/json");
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder sent = HttpRequest.newBuilder(request.getURI()).timeout(WAITING);
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        String form = request.getBody() == null ? "" : request.getBody();
        HttpResponse<InputStream> response =
                send(sent.method(request.getMethod().name(), BodyPublishers.ofString(form))
                        .build());
        HTTPResponse answer = new HTTPResponse(response.statusCode());
        response.headers().firstValue("Content-Type").ifPresent(type -> answer.setHeader("Content-Type", type));
        answer.setBody(body(response));
        return answer;
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String body(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("the provider does not stop talking");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
