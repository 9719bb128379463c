package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class PersonalConverter implements AttributeConverter<Personal, String> {

    @Override
    public String convertToDatabaseColumn(Personal constant) {
        return KebabCase.of(constant);
    }

    @Override
    public Personal convertToEntityAttribute(String word) {
        return KebabCase.read(Personal.class, word);
    }
}
