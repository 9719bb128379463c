package app.countersign.breach.web;

import app.countersign.breach.Breach;
import app.countersign.breach.Facts;
import app.countersign.breach.Report;
import app.countersign.breach.Reporting;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Refused;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a breach, to be read and amended. Where somebody else was quicker, what one typed stays, what the
 * other saved is shown beside, and a second click saves knowingly.
 */
@Named
@RequestScoped
public class BreachFacts extends FactsForm {

    /** What now stands where something else is typed. */
    public record Difference(String label, String now) {}

    @Inject
    private BreachPage page;

    @Inject
    private Reporting reporting;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private String consequences;
    private String measures;
    private boolean overtaken;

    @PostConstruct
    void open() {
        Facts facts = page.getBreach().facts();
        show(facts, page.getSubProcessors());
        consequences = facts.consequences();
        measures = facts.measures();
    }

    public String amend() {
        Breach seen = page.getBreach();
        try {
            reporting.amend(page.getId(), page.seen(), typed(seen), consequences, measures);
        } catch (Invalid e) {
            throw e.renamed(NAMES);
        } catch (Refused e) {
            overtaken = e.reason().key().equals("breach.refusal.changed-meanwhile");
            throw e;
        } finally {
            page.forget();
        }
        saying.done("breach.done.amended");
        return page.back("facts");
    }

    private Report typed(Breach seen) {
        return new Report(
                getTitle(),
                getDescription(),
                "",
                seen.zone().getId(),
                "",
                getNoticedBy(),
                getSystems(),
                allCategories(),
                List.of(),
                getSubProcessors(),
                readHarms(),
                persons(),
                records(),
                seen.isOwnController());
    }

    /** The version that this form is sent for. After a refusal it is the present one, which the page then shows. */
    public long getVersion() {
        return overtaken ? page.getBreach().version() : page.seen();
    }

    /** What somebody else saved meanwhile and the form would overwrite; empty where nobody was quicker. */
    public List<Difference> getDifferences() {
        List<Difference> differences = new ArrayList<>();
        if (overtaken) {
            Facts now = page.getBreach().facts();
            compare(differences, "breach.field.title", getTitle(), now.title());
            compare(differences, "breach.field.description", getDescription(), now.description());
            compare(differences, "breach.field.noticed-by", getNoticedBy(), now.noticedBy());
            compare(differences, "breach.field.systems", getSystems(), now.systems());
            compare(differences, "breach.field.consequences", consequences, now.consequences());
            compare(differences, "breach.field.measures", measures, now.measures());
            compare(differences, "breach.field.categories", inWords(allCategories()), inWords(now.dataCategories()));
            compare(
                    differences,
                    "breach.field.sub-processors",
                    String.join(", ", getSubProcessors()),
                    String.join(", ", page.getSubProcessors()));
            if (!readHarms().equals(now.harms())) {
                String harms = String.join(
                        ", ",
                        now.harms().stream()
                                .map(harm -> harm.label().in(words.texts().language()))
                                .toList());
                differences.add(new Difference(words.get("breach.field.harms"), harms));
            }
            compareRange(differences, "breach.field.persons", persons(), now.persons());
            compareRange(differences, "breach.field.records", records(), now.records());
        }
        return differences;
    }

    private void compare(List<Difference> differences, String label, String typed, String now) {
        if (!(typed == null ? "" : typed.strip()).equals(now)) {
            differences.add(new Difference(words.get(label), now));
        }
    }

    private void compareRange(
            List<Difference> differences, String label, Report.Range typed, app.countersign.breach.Extent now) {
        boolean same = Objects.equals(String.valueOf(typed.least()), String.valueOf(typed(now.least())))
                && Objects.equals(String.valueOf(typed.most()), String.valueOf(typed(now.most())));
        if (!same) {
            differences.add(new Difference(words.get(label), words(now)));
        }
    }

    private String inWords(List<String> names) {
        return String.join(", ", names.stream().map(this::categoryWords).toList());
    }

    public String getConsequences() {
        return consequences;
    }

    public void setConsequences(String consequences) {
        this.consequences = consequences;
    }

    public String getMeasures() {
        return measures;
    }

    public void setMeasures(String measures) {
        this.measures = measures;
    }
}
