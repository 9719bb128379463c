package app.countersign.party;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

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

    private LegalName() {}

    /** Whether these are two spellings of one name, or the same with another legal form. */
    public static boolean isSame(String one, String other) {
        return core(one).equals(core(other));
    }

    /** "Müller & Söhne GmbH & Co. KG" and "Mueller Söhne" are not the same, "Müller und Söhne AG" and "Muller Sohne" are. */
    public static String core(String name) {
        String folded = SearchKey.fold(name.replaceAll("(?<=\\b\\p{L})\\.\\s?(?=\\p{L}\\b)", ""));
        String core = Arrays.stream(folded.split(" "))
                .filter(word -> !LEGAL_FORMS.contains(word) && !word.equals("und") && !word.equals("and"))
                .collect(Collectors.joining(" "));
        return core.isEmpty() ? folded : core;
    }

    /** Letters and digits only: {@code CHE-123.456.789 MWST} is {@code che123456789}. */
    static String registerKey(String number) {
        return SearchKey.fold(number).replace(" ", "").replaceAll("(mwst|tva|iva|hr|vat)$", "");
    }
}
