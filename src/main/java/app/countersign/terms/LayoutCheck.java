package app.countersign.terms;

import app.countersign.kernel.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a style sheet that fetches anything but files of its own folder. */
final class LayoutCheck {

    private static final Pattern REFERENCE =
            Pattern.compile("@import[^;]*|url\\(\\s*['\"]?([^'\")]*)['\"]?\\s*\\)", Pattern.CASE_INSENSITIVE);

    private LayoutCheck() {}

    static void judge(String file, byte[] css, Set<String> resources, List<Flaw> flaws) {
        String text = new String(css, StandardCharsets.UTF_8);
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            String target = reference.group(1);
            if (target == null || !resources.contains(target.strip())) {
                int line = 1
                        + (int) text.substring(0, reference.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                flaws.add(new Flaw(file, line, Reason.of("terms.flaw.resource", reference.group())));
            }
        }
    }
}
