package app.countersign.breach.web;

import app.countersign.breach.BreachRecords;
import app.countersign.breach.Extent;
import app.countersign.breach.Facts;
import app.countersign.breach.Harm;
import app.countersign.breach.Report;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Words;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields with which a breach is described, where it is reported and where more is said about it. */
public abstract class FactsForm {

    private static final int LONGEST_NUMBER = 15;

    /** How the fields are called on the page that one complaint is about several of. */
    static final Map<String, String> NAMES = Map.of("persons", "personsLeast", "records", "recordsLeast");

    @Inject
    private BreachRecords breachRecords;

    @Inject
    private Words reader;

    private String title;
    private String description;
    private String noticedBy;
    private String systems;
    private List<String> dataCategories = new ArrayList<>();
    private String otherCategories;
    private List<String> subProcessors = new ArrayList<>();
    private List<String> harms = new ArrayList<>();
    private String personsLeast;
    private String personsMost;
    private String recordsLeast;
    private String recordsMost;
    private Map<String, String> categories;
    private List<String> allSubProcessors;

    /** The categories that the contracts speak of: by what one reads, the name. */
    public Map<String, String> getCategories() {
        if (categories == null) {
            categories = new LinkedHashMap<>();
            breachRecords.categories(reader.texts().language()).forEach((name, words) -> categories.put(words, name));
        }
        return categories;
    }

    /** Those at which it can have happened. */
    public List<String> getAllSubProcessors() {
        if (allSubProcessors == null) {
            allSubProcessors = breachRecords.subProcessors();
        }
        return allSubProcessors;
    }

    public Map<String, String> getAllHarms() {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(Harm.values())
                .forEach(harm -> all.put(harm.label().in(reader.texts().language()), KebabCase.of(harm)));
        return all;
    }

    void show(Facts facts, List<String> at) {
        subProcessors = new ArrayList<>(at);
        title = facts.title();
        description = facts.description();
        noticedBy = facts.noticedBy();
        systems = facts.systems();
        dataCategories = facts.dataCategories().stream()
                .filter(getCategories()::containsValue)
                .collect(Collectors.toCollection(ArrayList::new));
        otherCategories = facts.dataCategories().stream()
                .filter(one -> !getCategories().containsValue(one))
                .collect(Collectors.joining("\n"));
        harms = facts.harms().stream().map(KebabCase::of).collect(Collectors.toCollection(ArrayList::new));
        personsLeast = typed(facts.persons().least());
        personsMost = typed(facts.persons().most());
        recordsLeast = typed(facts.records().least());
        recordsMost = typed(facts.records().most());
    }

    static String typed(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : null;
    }

    /** All categories: those that were ticked, and those in words of one's own. */
    List<String> allCategories() {
        String own = otherCategories == null ? "" : otherCategories;
        return Stream.concat(dataCategories.stream(), own.lines().map(String::strip))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    Set<Harm> readHarms() {
        return harms.stream().map(word -> KebabCase.read(Harm.class, word)).collect(Collectors.toSet());
    }

    Report.Range persons() {
        return new Report.Range(number("personsLeast", personsLeast), number("personsMost", personsMost));
    }

    Report.Range records() {
        return new Report.Range(number("recordsLeast", recordsLeast), number("recordsMost", recordsMost));
    }

    /** As people write numbers: with blanks, points, commas or apostrophes between thousands. */
    private static Long number(String field, String typed) {
        String digits = typed == null ? "" : typed.replaceAll("[\\s\\p{Z}.,'’]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("\\d{1," + LONGEST_NUMBER + "}")) {
            throw Invalid.field(field, Reason.of("breach.complaint.number"));
        }
        return Long.valueOf(digits);
    }

    /** In words, for people: a known category as its contract words it. */
    String categoryWords(String name) {
        return getCategories().entrySet().stream()
                .filter(one -> one.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    String words(Extent extent) {
        return extent.inWords().in(reader.texts().language());
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getNoticedBy() {
        return noticedBy;
    }

    public void setNoticedBy(String noticedBy) {
        this.noticedBy = noticedBy;
    }

    public String getSystems() {
        return systems;
    }

    public void setSystems(String systems) {
        this.systems = systems;
    }

    public List<String> getDataCategories() {
        return dataCategories;
    }

    public void setDataCategories(List<String> dataCategories) {
        this.dataCategories = dataCategories;
    }

    public String getOtherCategories() {
        return otherCategories;
    }

    public void setOtherCategories(String otherCategories) {
        this.otherCategories = otherCategories;
    }

    public List<String> getSubProcessors() {
        return subProcessors;
    }

    public void setSubProcessors(List<String> subProcessors) {
        this.subProcessors = subProcessors;
    }

    public List<String> getHarms() {
        return harms;
    }

    public void setHarms(List<String> harms) {
        this.harms = harms;
    }

    public String getPersonsLeast() {
        return personsLeast;
    }

    public void setPersonsLeast(String personsLeast) {
        this.personsLeast = personsLeast;
    }

    public String getPersonsMost() {
        return personsMost;
    }

    public void setPersonsMost(String personsMost) {
        this.personsMost = personsMost;
    }

    public String getRecordsLeast() {
        return recordsLeast;
    }

    public void setRecordsLeast(String recordsLeast) {
        this.recordsLeast = recordsLeast;
    }

    public String getRecordsMost() {
        return recordsMost;
    }

    public void setRecordsMost(String recordsMost) {
        this.recordsMost = recordsMost;
    }
}
