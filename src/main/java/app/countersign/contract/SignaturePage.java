package app.countersign.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The controller's block of the contract ("Seite 8"), checked. Fields that the document lacks may be empty. */
@Embeddable
public class SignaturePage {

    @Column(name = "page_company")
    private String company;

    @Column(name = "page_address")
    private String address;

    @Column(name = "page_person")
    private String person;

    @Column(name = "page_position")
    private String position;

    @Column(name = "page_place")
    private String place;

    @Column(name = "page_date")
    private LocalDate date;

    protected SignaturePage() {}

    /** @param date of the signature; null where the document has none */
    SignaturePage(String company, String address, String person, String position, String place, LocalDate date) {
        this.company = company;
        this.address = address;
        this.person = person;
        this.position = position;
        this.place = place;
        this.date = date;
    }

    /**
     * What somebody typed, as they typed it; each may be null.
     *
     * @param date in any of the ways in which people write one
     */
    public record Entry(String company, String address, String person, String position, String place, String date) {

        Map<String, String> byField() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("company", company);
            fields.put("address", address);
            fields.put("person", person);
            fields.put("position", position);
            fields.put("place", place);
            fields.put("date", date);
            return fields;
        }
    }

    public String company() {
        return company;
    }

    public String address() {
        return address;
    }

    public String person() {
        return person;
    }

    public String position() {
        return position;
    }

    public String place() {
        return place;
    }

    public Optional<LocalDate> date() {
        return Optional.ofNullable(date);
    }

    /** The values as they stand in the document, by field name with the prefix {@code controller.}. */
    Map<String, String> values(Locale language) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("controller.company", company);
        values.put("controller.address", address);
        values.put("controller.person", person);
        values.put("controller.position", position);
        values.put("controller.place", place);
        values.put("controller.date", date == null ? "" : WrittenDate.write(date, language));
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignaturePage page
                && Objects.equals(company, page.company)
                && Objects.equals(address, page.address)
                && Objects.equals(person, page.person)
                && Objects.equals(position, page.position)
                && Objects.equals(place, page.place)
                && Objects.equals(date, page.date);
    }

    @Override
    public int hashCode() {
        return Objects.hash(company, address, person, position, place, date);
    }
}
