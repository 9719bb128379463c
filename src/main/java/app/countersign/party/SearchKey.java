package app.countersign.party;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names folded for finding: without accents, case and punctuation, so that "zurcher" finds "Zürcher Söhne & Co.". A
 * name is kept once from each of its words on ("zurcher sohne co", "sohne co", "co"); whoever begins to type any of its
 * words thus types the beginning of a key, which an index finds. Keys are compared as bytes, since the order of letters
 * differs between databases and their locales and that of bytes does not.
 */
final class SearchKey {

    private static final int LONGEST = 60;
    private static final int MOST = 12;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchKey() {}

    /** Words in lower case without accents, one blank between them; ß is ss, æ is ae, ø is o. */
    static String fold(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i');
        String bare =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_WORDS.matcher(bare).replaceAll(" ").strip();
    }

    /** The keys under which that name is found. */
    static Set<String> of(String name) {
        String rest = fold(name);
        Set<String> keys = new LinkedHashSet<>();
        while (!rest.isEmpty() && keys.size() < MOST) {
            keys.add(rest.substring(0, Math.min(LONGEST, rest.length())));
            int blank = rest.indexOf(' ');
            rest = blank < 0 ? "" : rest.substring(blank + 1);
        }
        return keys;
    }

    /** What was typed, as words: each must begin a word of the name. The longest comes first, it finds the fewest. */
    static List<String> words(String typed) {
        return Arrays.stream(fold(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .limit(MOST)
                .toList();
    }

    static byte[] from(String prefix) {
        byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST));
    }

    /** The first key after all that begin with the prefix: no UTF-8 text holds the byte FF. */
    static byte[] until(String prefix) {
        byte[] bytes = from(prefix);
        byte[] end = Arrays.copyOf(bytes, bytes.length + 1);
        end[bytes.length] = (byte) 0xFF;
        return end;
    }
}
