package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of a breach so far; amended as more is found out (Art. 33(4) GDPR). */
@Embeddable
public class Facts {

    private String title;
    private String description;

    @Column(name = "noticed_by")
    private String noticedBy;

    private String systems;

    @Column(name = "data_categories")
    private String dataCategories;

    private String harms;

    @Embedded
    @AttributeOverride(name = "least", column = @Column(name = "persons_least"))
    @AttributeOverride(name = "most", column = @Column(name = "persons_most"))
    private Extent persons;

    @Embedded
    @AttributeOverride(name = "least", column = @Column(name = "records_least"))
    @AttributeOverride(name = "most", column = @Column(name = "records_most"))
    private Extent records;

    private String consequences;
    private String measures;

    protected Facts() {}

    Facts(
            String title,
            String description,
            String noticedBy,
            String systems,
            List<String> dataCategories,
            Collection<Harm> harms,
            Extent persons,
            Extent records,
            String consequences,
            String measures) {
        this.title = title;
        this.description = description;
        this.noticedBy = noticedBy;
        this.systems = systems;
        this.dataCategories = String.join("\n", dataCategories);
        this.harms = harms.stream().sorted().map(KebabCase::of).collect(Collectors.joining(" "));
        this.persons = persons;
        this.records = records;
        this.consequences = consequences;
        this.measures = measures;
    }

    /** The same once more: an embedded object belongs to one row. */
    Facts copied() {
        return new Facts(
                title,
                description,
                noticedBy,
                systems,
                dataCategories(),
                harms(),
                persons.copied(),
                records.copied(),
                consequences,
                measures);
    }

    /** Whether a letter from these facts would say the same as one from the others. */
    boolean saysTheSameAs(Facts other) {
        return said().equals(other.said());
    }

    private List<Object> said() {
        return List.of(
                title,
                description,
                systems,
                dataCategories(),
                harms(),
                persons.inWords(),
                records.inWords(),
                consequences,
                measures);
    }

    /** By name, for the trail. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("title", title);
        told.put("description", description);
        told.put("noticedBy", noticedBy);
        told.put("systems", systems);
        told.put("dataCategories", String.join(", ", dataCategories()));
        told.put("harms", harms);
        told.put("persons", persons.told());
        told.put("records", records.told());
        told.put("consequences", consequences);
        told.put("measures", measures);
        return told;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public String noticedBy() {
        return noticedBy;
    }

    public String systems() {
        return systems;
    }

    public List<String> dataCategories() {
        return dataCategories.isEmpty() ? List.of() : List.of(dataCategories.split("\n"));
    }

    public Set<Harm> harms() {
        EnumSet<Harm> read = EnumSet.noneOf(Harm.class);
        Arrays.stream(harms.split(" "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> read.add(KebabCase.read(Harm.class, word)));
        return read;
    }

    /** About how many persons are concerned. */
    public Extent persons() {
        return persons;
    }

    /** About how many records are concerned. */
    public Extent records() {
        return records;
    }

    /** What is likely to follow from it (Art. 33(3)(c)). */
    public String consequences() {
        return consequences;
    }

    /** What was done and is proposed (Art. 33(3)(d)). */
    public String measures() {
        return measures;
    }
}
