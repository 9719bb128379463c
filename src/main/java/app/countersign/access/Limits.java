package app.countersign.access;

import app.countersign.kernel.Settings;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many requests are answered in a minute, on all instances together. 0 stands for no limit.
 *
 * @param key of one API key ({@code countersign.rate.key})
 * @param signIn attempts to sign in from one address ({@code countersign.rate.signin})
 * @param verification files that strangers at one address have checked ({@code countersign.rate.verify})
 * @param link requests with personal links from one address, pictures of pages included
 *     ({@code countersign.rate.link})
 * @param refused API keys that open nothing, from one address ({@code countersign.rate.refused})
 */
record Limits(int key, int signIn, int verification, int link, int refused) {

    private static final int MOST = 1_000_000;

    /**
     * @param source the value of a full name such as {@code countersign.rate.key}, if it is set
     * @throws Settings.Wrong for what is no number
     */
    static Limits read(Function<String, Optional<String>> source) {
        return new Limits(
                number(source, "rate.key", 600),
                number(source, "rate.signin", 60),
                number(source, "rate.verify", 30),
                number(source, "rate.link", 600),
                number(source, "rate.refused", 60));
    }

    private static int number(Function<String, Optional<String>> source, String name, int usual) {
        Optional<String> text =
                source.apply("countersign." + name).map(String::strip).filter(v -> !v.isEmpty());
        if (text.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Settings.Wrong(
                    name, "'" + text.get() + "' is not a number; give requests a minute, 0 for no limit");
        }
        throw new Settings.Wrong(name, text.get() + " is not between 0 and " + MOST);
    }
}
