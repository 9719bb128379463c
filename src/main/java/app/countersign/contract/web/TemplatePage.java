package app.countersign.contract.web;

import app.countersign.contract.ContractRecords;
import app.countersign.contract.TemplateVersion;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.web.Words;
import app.countersign.terms.Article28;
import app.countersign.terms.Clause;
import app.countersign.terms.Template;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /template/view?code=}: a contract form in its current version, or in the one with that {@code hash}: words,
 * terms, and what answers to Art. 28.
 */
@Named
@RequestScoped
public class TemplatePage {

    private static final Set<String> TABS = Set.of("words", "terms", "law");

    /** A point of Art. 28 with the clauses that answer to it. */
    public record Point(String paragraph, String demand, List<Clause> clauses) {}

    @Inject
    private ContractRecords records;

    @Inject
    private Paged paged;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private List<TemplateVersion> versions;
    private TemplateVersion version;
    private Template template;

    @PostConstruct
    void read() {
        versions = records.versionsOf(String.valueOf(request.getParameter("code")));
        String hash = request.getParameter("hash");
        version = versions.stream()
                .filter(v -> hash == null ? v.isCurrent() : v.hash().equals(hash))
                .findFirst()
                .or(() -> versions.stream().reduce((first, second) -> second))
                .orElseThrow(() -> NotFound.because("contract.refusal.unknown-version"));
        template = records.template(version.id());
    }

    public TemplateVersion getVersion() {
        return version;
    }

    public List<TemplateVersion> getVersions() {
        return versions;
    }

    public Template getTemplate() {
        return template;
    }

    public String getTitle() {
        return template.title(words.texts().language());
    }

    public String getTab() {
        return Optional.ofNullable(request.getParameter("tab"))
                .filter(TABS::contains)
                .orElse("words");
    }

    public String href(String tab) {
        return href(version) + "&tab=" + tab;
    }

    public String href(TemplateVersion other) {
        return "/template/view?code=" + other.code() + "&hash=" + other.hash();
    }

    public List<Paged.Sheet> getSheets() {
        return paged.sheets(version, words.texts().language());
    }

    /** The notice that the words shown do not bind; null where they do. */
    public String getNotice() {
        return template.notice(words.texts().language()).orElse(null);
    }

    public String getLanguages() {
        Locale reader = words.texts().language();
        return String.join(
                ", ",
                template.languages().stream()
                        .map(language -> language.getDisplayLanguage(reader))
                        .toList());
    }

    public String getBinding() {
        return template.bindingLanguage().getDisplayLanguage(words.texts().language());
    }

    public List<Point> getLaw() {
        return Arrays.stream(Article28.values())
                .map(point -> new Point(
                        point.paragraph(), words.get("contract.article-28." + point.key()), template.clauses(point)))
                .toList();
    }
}
