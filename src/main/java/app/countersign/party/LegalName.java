package app.countersign.party;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two spellings of one organisation's name have in common: the folded name without its legal form. */
public final class LegalName {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "ag",
            "sa",
            "gmbh",
            "mbh",
            "sarl",
            "sagl",
            "kg",
            "kgaa",
            "ohg",
            "gbr",
            "ug",
            "ev",
            "eg",
            "se",
            "co",
            "cie",
            "ltd",
            "limited",
            "llc",
            "llp",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "plc",
            "bv",
            "nv",
            "spa",
            "srl",
            "sas",
            "oy",
            "ab",
            "as",
            "aps",
            "doo",
            "sro",
            "kft",
            "genossenschaft",
            "stiftung",
            "verein",
            "aktiengesellschaft",
            "haftungsbeschrankt");

    /** The long words of which those beside them are the short ones. */
    private static final Map<String, String> SHORT = Map.of(
            "aktiengesellschaft", "ag", "limited", "ltd", "incorporated", "inc", "corporation", "corp", "cie", "co");

    private LegalName() {}

    /** Whether these are two spellings of one name, or the same with another legal form. */
    public static boolean isSame(String one, String other) {
        return core(one).equals(core(other));
    }

    /**
     * Whether these are one name, written in two ways: "Muster AG" and "MUSTER, Aktiengesellschaft" are, and so are "Muster
     * AG" and "Muster". "Muster AG" and "Muster GmbH" are two organisations.
     */
    public static boolean isRespelt(String one, String other) {
        Set<String> form = form(one);
        Set<String> otherForm = form(other);
        return !one.strip().equals(other.strip())
                && isSame(one, other)
                && (form.isEmpty() || otherForm.isEmpty() || form.equals(otherForm));
    }

    private static Set<String> form(String name) {
        return words(name)
                .filter(LEGAL_FORMS::contains)
                .map(word -> SHORT.getOrDefault(word, word))
                .collect(Collectors.toSet());
    }

    /** S.à r.l. has a blank in the middle. */
    private static Stream<String> words(String name) {
        String folded = SearchKey.fold(name.replaceAll("(?<=\\b\\p{L})\\.\\s?(?=\\p{L}\\b)", ""));
        return Arrays.stream(folded.replaceAll("\\bsa rl\\b", "sarl").split(" "));
    }

    /** "Müller & Söhne GmbH & Co. KG" and "Mueller Söhne" are not the same, "Müller und Söhne AG" and "Muller Sohne" are. */
    public static String core(String name) {
        String core = words(name)
                .filter(word -> !LEGAL_FORMS.contains(word) && !word.equals("und") && !word.equals("and"))
                .collect(Collectors.joining(" "));
        return core.isEmpty() ? words(name).collect(Collectors.joining(" ")) : core;
    }

    /** Letters and digits only: {@code CHE-123.456.789 MWST} is {@code che123456789}. */
    static String registerKey(String number) {
        return SearchKey.fold(number).replace(" ", "").replaceAll("(mwst|tva|iva|hr|vat)$", "");
    }
}
