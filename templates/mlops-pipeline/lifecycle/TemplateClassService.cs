using Mlops.Dsl;

namespace TemplateClass;

/// <summary>Says of a flower how likely it is a poppy.</summary>
[Service("pipelinetemplate")]
public sealed partial class TemplateClassService
{
    /// <summary>Scores a flower with the model that is champion.</summary>
    [Predict(typeof(TemplateClassPipeline), nameof(TemplateClassPipeline.Release), Alias = "champion")]
    public partial ValueTask<Answer<FlowerScore>> Score(Measurement flower, CancellationToken cancellationToken);
}
