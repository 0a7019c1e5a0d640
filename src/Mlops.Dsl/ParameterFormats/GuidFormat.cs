namespace Mlops.Dsl.Execution;

/// <summary>GUIDs: any usual form parses, the hyphenated one is written.</summary>
internal sealed class GuidFormat : ParameterFormat<Guid>
{
    public override string Expected => "a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e";

    public override bool TryParse(string text, out Guid value) => Guid.TryParse(text, out value);

    public override string Format(Guid value) => value.ToString("D");
}
