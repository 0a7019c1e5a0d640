namespace Mlops.Dsl.Generators.Incrementality;

/// <summary>A model that <see cref="ParseMemo{TModel}"/> can remember: immutable, and free of anything of the compilation's.</summary>
internal interface IRemembered
{
    /// <summary>Whether more than declarations was read, so that it has to be read again after every edit.</summary>
    bool DependsOnBodies { get; }
}
