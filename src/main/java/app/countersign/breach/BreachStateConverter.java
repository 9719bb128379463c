package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class BreachStateConverter implements AttributeConverter<BreachState, String> {

    @Override
    public String convertToDatabaseColumn(BreachState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public BreachState convertToEntityAttribute(String word) {
        return KebabCase.read(BreachState.class, word);
    }
}
