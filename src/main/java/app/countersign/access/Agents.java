package app.countersign.access;

import java.util.List;
import java.util.Optional;

/** What a browser calls itself, in two words that its owner recognises: {@code Firefox, Windows}. */
final class Agents {

    private static final List<String> BROWSERS =
            List.of("Edg/Edge", "OPR/Opera", "Firefox/Firefox", "Chrome/Chrome", "Safari/Safari");
    private static final List<String> SYSTEMS = List.of(
            "Windows/Windows", "iPhone/iPhone", "iPad/iPad", "Android/Android", "Mac OS X/macOS", "Linux/Linux");

    private Agents() {}

    static String summary(String agent) {
        String text = agent == null ? "" : agent;
        String browser = name(BROWSERS, text).orElse("?");
        return name(SYSTEMS, text).map(system -> browser + ", " + system).orElse(browser);
    }

    private static Optional<String> name(List<String> known, String text) {
        return known.stream()
                .map(one -> one.split("/"))
                .filter(one -> text.contains(one[0]))
                .map(one -> one[1])
                .findFirst();
    }
}
