package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class AgeFormConverter implements AttributeConverter<AgeForm, String> {

    @Override
    public String convertToDatabaseColumn(AgeForm constant) {
        return KebabCase.of(constant);
    }

    @Override
    public AgeForm convertToEntityAttribute(String word) {
        return KebabCase.read(AgeForm.class, word);
    }
}
