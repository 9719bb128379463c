package app.countersign.terms;

import app.countersign.kernel.Texts;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an act demands from a day on.
 *
 * @param act its key: {@code gdpr}
 * @param title of the act as it is cited, by language
 * @param article with its paragraph: {@code 33(1)}
 * @param from the first day on which it applies
 * @param promise what it says, read like a contract's term
 */
public record LegalRule(String act, Wording title, String article, LocalDate from, Term promise) {

    private static final Pattern ARTICLE = Pattern.compile("(\\d+[a-z]?)(?:\\((\\d+)\\)(?:\\(([a-z])\\))?)?");

    /** As the trail cites it: {@code gdpr 33(1)}. */
    public String citation() {
        return act + " " + article;
    }

    /** As people cite it: "Art. 33 Abs. 1 DSGVO". */
    public String label(Locale language) {
        Texts texts = Texts.of(language);
        Matcher parts = ARTICLE.matcher(article);
        boolean known = parts.matches();
        String paragraph = known && parts.group(2) != null ? texts.text("terms.law.paragraph", parts.group(2)) : "";
        String letter = known && parts.group(3) != null ? texts.text("terms.law.letter", parts.group(3)) : "";
        return texts.text(
                "terms.law.article", known ? parts.group(1) : article, paragraph + letter, title.in(language));
    }

    /** Whether the other rule says the same thing's earlier or later length. */
    boolean replaces(LegalRule other) {
        return act.equals(other.act)
                && article.equals(other.article)
                && promise.kind().equals(other.promise.kind())
                && promise.symbols("of").equals(other.promise.symbols("of"))
                && promise.symbols("whom").equals(other.promise.symbols("whom"));
    }
}
