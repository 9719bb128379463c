package app.countersign.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a session but without a browser: sends to pages what no browser would send. */
public final class Person {

    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

    private final RunningApplication application;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Person(RunningApplication application) {
        this.application = application;
    }

    /** With a session of that demonstration account, whom no second factor is asked of. */
    public static Person signedIn(RunningApplication application, String user, String password) {
        Person person = new Person(application);
        Map<String, String> form = person.form("/sign-in", "form");
        form.put("form:user", user);
        form.put("form:password", password);
        form.put("form:go", "");
        HttpResponse<String> answer = person.post("/sign-in", form);
        if (answer.statusCode() != 302) {
            throw new AssertionError(user + " could not sign in: " + answer.statusCode());
        }
        return person;
    }

    /** A connection that the server closes just as it is taken again gives no answer: it is asked once more. */
    public HttpResponse<String> get(String path, String... headers) {
        try {
            return send(path, "GET", "", headers);
        } catch (UncheckedIOException e) {
            return send(path, "GET", "", headers);
        }
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(path, "POST", body, headers);
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> send(String path, String method, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(application.address(path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept-Language", "de")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a form of that page would send if nothing were typed: the form's name and all hidden fields of the page. */
    public Map<String, String> form(String path, String id) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(id, id);
        Matcher inputs = INPUT.matcher(get(path).body());
        while (inputs.find()) {
            String input = inputs.group();
            if (input.contains("type=\"hidden\"")) {
                fields.putIfAbsent(attribute(input, "name"), attribute(input, "value"));
            }
        }
        return fields;
    }

    /** As a browser would send them. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String attribute(String element, String name) {
        Matcher value = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(element);
        return value.find() ? value.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
