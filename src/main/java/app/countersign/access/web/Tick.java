package app.countersign.access.web;

import app.countersign.access.PasswordTick;
import app.countersign.kernel.web.Words;
import java.util.List;

/** A rule for passwords as the page shows it.
 *
 * @param state {@code kept}, {@code open}, {@code later}
 * @param icon of PrimeIcons
 * @param word what the icon says, for those who don't see it */
public record Tick(String state, String icon, String word, String rule) {

    public static List<Tick> all(List<PasswordTick> ticks, Words words) {
        return ticks.stream().map(tick -> of(tick, words)).toList();
    }

    private static Tick of(PasswordTick tick, Words words) {
        String icon = tick.state().equals("kept") ? "check-circle" : "circle";
        return new Tick(
                tick.state(),
                icon,
                words.get("access.password.tick." + tick.state()),
                tick.rule().in(words.texts().language()));
    }
}
