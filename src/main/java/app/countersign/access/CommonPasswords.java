package app.countersign.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The commonest passwords, the commonest first: the 30,000 that zxcvbn ranks from leaked ones. Read when the first
 * person chooses a password.
 */
final class CommonPasswords {

    /** Of a password that isn't common. */
    static final int UNRANKED = Integer.MAX_VALUE;

    private CommonPasswords() {}

    private static final class Ranks {

        private static final Map<String, Integer> BY_PASSWORD = read();

        private static Map<String, Integer> read() {
            try {
                List<String> sorted =
                        StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();
                Map<String, Integer> ranks = new HashMap<>();
                sorted.forEach(password -> ranks.putIfAbsent(password, ranks.size() + 1));
                return ranks;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Its place in the list, from 1, whatever the case. */
    static int rank(String password) {
        return Ranks.BY_PASSWORD.getOrDefault(password.toLowerCase(Locale.ROOT), UNRANKED);
    }
}
