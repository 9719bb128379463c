package app.countersign.contract.web;

import app.countersign.kernel.NotFound;
import app.countersign.party.Organisation;
import app.countersign.party.Parties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Locale;
import java.util.UUID;

/**
 * The controller of a contract to be made: one that is known, or a name that somebody types.
 *
 * @param id null for a new one
 * @param detail what tells it from others of its name
 */
public record Customer(UUID id, String name, String detail) implements Serializable {

    static Customer of(Organisation organisation, Locale language) {
        String address = organisation.address().replaceAll("\\s*\\R\\s*", ", ");
        String country = organisation.country().name(language);
        return new Customer(
                organisation.id(), organisation.name(), address.isEmpty() ? country : address + ", " + country);
    }

    public boolean isKnown() {
        return id != null;
    }

    /** Between a customer and what the field sends: an id, or the letters that were typed. */
    @ApplicationScoped
    @FacesConverter(value = "customer", managed = true)
    public static class Reader implements Converter<Customer> {

        @Inject
        private Parties parties;

        @Override
        public Customer getAsObject(FacesContext faces, UIComponent component, String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return of(
                        parties.organisation(UUID.fromString(text)),
                        faces.getViewRoot().getLocale());
            } catch (IllegalArgumentException | NotFound e) {
                return new Customer(null, text.strip(), "");
            }
        }

        @Override
        public String getAsString(FacesContext faces, UIComponent component, Customer customer) {
            return customer == null ? "" : customer.isKnown() ? customer.id().toString() : customer.name();
        }
    }
}
