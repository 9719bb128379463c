package app.countersign.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a deadline is about: an object of some room, as the trail names it, and where people find it. */
@Embeddable
public class Subject {

    @Column(name = "subject_kind")
    private String kind;

    @Column(name = "subject_id")
    private UUID id;

    @Column(name = "subject_name")
    private String name;

    @Column(name = "subject_path")
    private String path;

    /** Nil for what concerns no processor in particular: an empty UUID column can't be read. */
    @Column(name = "processor_id")
    private UUID processor;

    /** Nil for what is about the whole object. */
    @Column(name = "part_id")
    private UUID part;

    private static final Pattern DAY = Pattern.compile("\\d{4}-(0\\d|1[0-2])-([0-2]\\d|3[01])");

    static final UUID NOBODY = new UUID(0, 0);

    protected Subject() {}

    private Subject(String kind, UUID id, UUID part, String name, String path, UUID processor) {
        this.kind = Objects.requireNonNull(kind);
        this.id = Objects.requireNonNull(id);
        this.name = Objects.requireNonNull(name);
        this.path = Objects.requireNonNull(path);
        this.processor = processor;
        this.part = Objects.requireNonNull(part);
    }

    /**
     * @param kind as the trail calls it: {@code breach}
     * @param name what people read, such as a number, or a day as {@link LocalDate} writes it; holds nothing personal
     * @param path its page: {@code /breach/view?id=…}
     */
    public static Subject of(String kind, UUID id, String name, String path) {
        return new Subject(kind, id, NOBODY, name, path, NOBODY);
    }

    /** The same as a matter of that processor: only who answers for it sees the deadline. */
    public Subject of(UUID processorId) {
        return new Subject(kind, id, part, name, path, processorId);
    }

    /** The same about one part of the object, such as one of the controllers that a breach concerns. */
    public Subject part(UUID partId) {
        return new Subject(kind, id, partId, name, path, processor);
    }

    public String kind() {
        return kind;
    }

    public UUID id() {
        return id;
    }

    /** Empty for what is about the whole object. */
    public Optional<UUID> part() {
        return Optional.of(part).filter(id -> !id.equals(NOBODY));
    }

    public String name() {
        return name;
    }

    /** As people read it: what is named by a day, by that day as they write it. */
    public String name(Locale language) {
        if (!DAY.matcher(name).matches()) {
            return name;
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.getLanguage().equals("en") ? Locale.UK : language)
                .format(LocalDate.parse(name));
    }

    public String path() {
        return path;
    }

    /** Empty for what concerns the whole installation. */
    public Optional<UUID> processor() {
        return Optional.of(processor).filter(id -> !id.equals(NOBODY));
    }
}
