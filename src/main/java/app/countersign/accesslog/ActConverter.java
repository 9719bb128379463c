package app.countersign.accesslog;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ActConverter implements AttributeConverter<Act, String> {

    @Override
    public String convertToDatabaseColumn(Act constant) {
        return KebabCase.of(constant);
    }

    @Override
    public Act convertToEntityAttribute(String word) {
        return KebabCase.read(Act.class, word);
    }
}
