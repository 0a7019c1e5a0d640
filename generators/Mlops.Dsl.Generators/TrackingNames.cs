namespace Mlops.Dsl.Generators;

/// <summary>The names of the generator's steps, by which tests tell which of them an edit ran again.</summary>
internal static class TrackingNames
{
    /// <summary>Pipeline classes, read into models.</summary>
    public const string Parse = nameof(Parse);
}
