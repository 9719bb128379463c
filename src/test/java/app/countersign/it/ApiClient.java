package app.countersign.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Speaks with the API as a program of a customer would. */
public final class ApiClient {

    private static final Duration USUAL = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofMinutes(15);

    private final RunningApplication application;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    ApiClient(RunningApplication application, String key) {
        this.application = application;
        this.key = key;
    }

    public ApiClient withKey(String other) {
        return new ApiClient(application, other);
    }

    /** @param body the bytes of the answer, whatever they are */
    public record Answer(int status, java.net.http.HttpHeaders headers, byte[] body) {

        public JsonObject json() {
            try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
                return reader.readObject();
            }
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String contentType() {
            return headers.firstValue("Content-Type").orElse("");
        }
    }

    public Answer get(String path) {
        return get(path, "de");
    }

    /** A connection that the server closes just as it is taken again gives no answer: it is asked once more. */
    public Answer get(String path, String language) {
        try {
            return send("GET", path, BodyPublishers.noBody(), "application/json", language);
        } catch (UncheckedIOException e) {
            return send("GET", path, BodyPublishers.noBody(), "application/json", language);
        }
    }

    public Answer post(String path, JsonValue body) {
        return send("POST", path, BodyPublishers.ofString(body.toString()), "application/json", "de");
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody(), "application/json", "de");
    }

    /** @param body none if null */
    public Answer post(String path, JsonValue body, String language) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return send("POST", path, publisher, "application/json", language);
    }

    /** Whatever one may think of. */
    public Answer send(String method, String path, String body, String contentType) {
        return send(method, path, BodyPublishers.ofString(body), contentType, "de");
    }

    /** As {@link #send(String, String, String, String)}, with what is no text. */
    public Answer send(String method, String path, byte[] body, String contentType) {
        return send(method, path, BodyPublishers.ofByteArray(body), contentType, "de");
    }

    public Answer put(String path, JsonValue body) {
        return send("PUT", path, BodyPublishers.ofString(body.toString()), "application/json", "de");
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), "application/json", "de");
    }

    /** Sends a file as the part {@code file} of a multipart form. */
    public Answer upload(String path, String fileName, byte[] file) {
        return upload(path, Map.of(), fileName, file);
    }

    /** As {@link #upload(String, String, byte[])}, with further parts before it. */
    public Answer upload(String path, Map<String, String> fields, String fileName, byte[] file) {
        String boundary = "boundary-of-a-test-7d1";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        BodyPublisher publisher = BodyPublishers.ofByteArray(body.toByteArray());
        return send("POST", path, publisher, "multipart/form-data; boundary=" + boundary, "de");
    }

    /** As {@link #upload(String, String, byte[])}, of a file that is too large to be held. */
    public Answer upload(String path, String fileName, Path file) {
        String boundary = "boundary-of-a-test-7d1";
        try {
            BodyPublisher publisher = BodyPublishers.concat(
                    BodyPublishers.ofString(
                            "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                    + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
            return send("POST", path, publisher, "multipart/form-data; boundary=" + boundary, "de", LONG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(String method, String path, BodyPublisher body, String contentType, String language) {
        return send(method, path, body, contentType, language, USUAL);
    }

    private Answer send(
            String method, String path, BodyPublisher body, String contentType, String language, Duration most) {
        HttpRequest.Builder request = HttpRequest.newBuilder(application.address(path))
                .timeout(most)
                .header("Content-Type", contentType)
                .header("Accept-Language", language)
                .method(method, body);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
