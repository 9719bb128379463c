package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class SignedHowConverter implements AttributeConverter<SignedHow, String> {

    @Override
    public String convertToDatabaseColumn(SignedHow constant) {
        return KebabCase.of(constant);
    }

    @Override
    public SignedHow convertToEntityAttribute(String word) {
        return KebabCase.read(SignedHow.class, word);
    }
}
