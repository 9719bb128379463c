package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class DoorConverter implements AttributeConverter<Door, String> {

    @Override
    public String convertToDatabaseColumn(Door constant) {
        return KebabCase.of(constant);
    }

    @Override
    public Door convertToEntityAttribute(String word) {
        return KebabCase.read(Door.class, word);
    }
}
