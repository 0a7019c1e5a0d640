namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>What an edit does to a stage that it names.</summary>
public enum Expectation
{
    /// <summary>The stage's result changes, which running it shows; so must its fingerprint.</summary>
    Result,

    /// <summary>The fingerprint must change, although running the stage here shows no other result. Written <c>A*</c>.</summary>
    Unseen,

    /// <summary>The result stays; the fingerprint may change, since the walk counts too much here. Written <c>(A)</c>.</summary>
    Allowed,
}
