namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>What a piece of output means; the console decides how it looks.</summary>
internal enum TextStyle
{
    None = 0,
    Good,
    Bad,
    Warning,
    Strong,
    Dim,
}
