package app.countersign.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A browser that goes one step at a time. */
final class Surfer {

    private final URI home;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param home an address of the application */
    Surfer(URI home) {
        this.home = URI.create("http://localhost:" + home.getPort());
    }

    HttpResponse<String> get(URI address) {
        try {
            return http.send(
                    HttpRequest.newBuilder(home.resolve(address))
                            .header("Accept-Language", "de")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return get(URI.create(path));
    }

    /** Where that leads. */
    URI follow(URI address) {
        HttpResponse<String> response = get(address);
        return response.headers()
                .firstValue("Location")
                .map(home::resolve)
                .orElseThrow(() -> new AssertionError(address + " leads nowhere: " + response.statusCode()));
    }

    /** To the provider's page, with the wish to get to that path. */
    URI leave(String then) {
        return follow(URI.create("/sign-in/provider?then=" + then));
    }

    boolean isSignedIn() {
        return get("/help").statusCode() == 200;
    }

    /** The page at that path; its words. */
    String page(String path) {
        return get(path).body();
    }

    List<HttpCookie> cookies() {
        return List.copyOf(cookies.getCookieStore().getCookies());
    }

    void take(HttpCookie cookie) {
        cookies.getCookieStore().add(home, cookie);
    }

    void forgetAll() {
        cookies.getCookieStore().removeAll();
    }

    static String parameter(URI address, String name) {
        return Stream.of(address.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
