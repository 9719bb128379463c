package app.countersign.it;

import app.countersign.it.ApiClient.Answer;
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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at the pages, without a browser: keeps cookies, follows no redirect. */
public final class Session {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b.*?</form>");
    private static final Pattern CONTROL =
            Pattern.compile("<(?:input|button|textarea|select)\\b[^>]*?\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value)=\"([^\"]*)\"");

    private final RunningApplication application;
    private final HttpClient http;

    private Session(RunningApplication application) {
        this(
                application,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .connectTimeout(Duration.ofSeconds(10))
                        .build());
    }

    private Session(RunningApplication application, HttpClient http) {
        this.application = application;
        this.http = http;
    }

    /** Somebody who is not signed in. */
    public static Session of(RunningApplication application) {
        return new Session(application);
    }

    /** Signed in as one of the demonstration's accounts. */
    public static Session of(RunningApplication application, String user, String password) {
        Session session = new Session(application);
        session.signIn(user, password);
        return session;
    }

    /** The same browser, with its cookies, as a proxy leads it to another instance. */
    public Session at(RunningApplication other) {
        return new Session(other, http);
    }

    /** The answer to that password: it leads on if it is right. */
    public Answer tryPassword(String user, String password) {
        Map<String, String> fields = fields(get("/sign-in").text());
        fields.put("form:user", user);
        fields.put("form:password", password);
        return post("/sign-in", fields);
    }

    /** The one place that knows how people sign in. The demonstration fills in the code of a second factor. */
    private void signIn(String user, String password) {
        String next = location(tryPassword(user, password));
        if (next.contains("/welcome/code")) {
            String path = next.replaceFirst("^https?://[^/]+", "");
            Map<String, String> code = fields(get(path).text());
            code.remove("form:leave");
            next = location(post(path, code));
        }
        if (next.isEmpty() || next.contains("sign-in") || next.contains("/welcome/code")) {
            throw new AssertionError(user + " could not sign in: sent to '" + next + "'");
        }
    }

    /** Empty if the answer leads nowhere else. */
    private static String location(Answer answer) {
        return answer.status() == 302 ? answer.headers().firstValue("Location").orElse("") : "";
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(application.address(path)).GET());
    }

    public Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(application.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", application.address("").toString())
                .POST(BodyPublishers.ofString(body)));
    }

    /**
     * A form as a page shows it.
     *
     * @param fields with what they hold, but for texts of several lines and choices, which are empty here
     * @param buttons with what they are called
     */
    public record Form(Map<String, String> fields, Map<String, String> buttons) {

        /** As it is sent when all its buttons are pressed. */
        public Map<String, String> whole() {
            Map<String, String> sent = new LinkedHashMap<>(fields);
            sent.putAll(buttons);
            return sent;
        }

        /** As it is sent with one button, and the same in every field. */
        public Map<String, String> with(String button, String everywhere) {
            Map<String, String> sent = new LinkedHashMap<>(fields);
            // The view, its token, and which form it is, are no person's to write.
            sent.replaceAll(
                    (name, value) -> name.startsWith("jakarta.faces.") || name.equals(value) ? value : everywhere);
            sent.put(button, buttons.get(button));
            return sent;
        }
    }

    public static List<Form> forms(String page) {
        return FORM.matcher(page).results().map(form -> form(form.group())).toList();
    }

    private static Form form(String text) {
        Map<String, String> fields = fields(text);
        Map<String, String> buttons = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(text);
        while (control.find()) {
            if (control.group().contains("type=\"submit\"")) {
                String value = fields.remove(control.group(1));
                buttons.putIfAbsent(control.group(1), value);
            } else {
                fields.putIfAbsent(control.group(1), "");
            }
        }
        return new Form(fields, buttons);
    }

    /** All fields of a page with what they hold, buttons included. */
    public static Map<String, String> fields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(input.group());
            while (attribute.find()) {
                attributes.putIfAbsent(attribute.group(1), attribute.group(2));
            }
            if (attributes.containsKey("name")) {
                fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest whole = request.timeout(Duration.ofMinutes(2))
                .header("Accept-Language", "de")
                .build();
        try {
            HttpResponse<byte[]> response = http.send(whole, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
