package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ChosenHowConverter implements AttributeConverter<ChosenHow, String> {

    @Override
    public String convertToDatabaseColumn(ChosenHow constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ChosenHow convertToEntityAttribute(String word) {
        return KebabCase.read(ChosenHow.class, word);
    }
}
